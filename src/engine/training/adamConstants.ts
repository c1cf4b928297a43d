/** Adam's constants (Kingma and Ba 2015), shared by all implementations. */

export const BETA_1 = 0.9; //   decay of the mean of gradients
export const BETA_2 = 0.999; // decay of the mean of squared gradients
export const EPSILON = 1e-8; // explicit: the tensor library's default depends on the backend
