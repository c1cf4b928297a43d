/** Adam's constants (Kingma and Ba 2015), the same whatever an update is computed by. */

export const BETA_1 = 0.9; //   decay of the mean of gradients
export const BETA_2 = 0.999; // decay of the mean of squared gradients
export const EPSILON = 1e-8; // stated, since the tensor library's own default differs from backend to backend
