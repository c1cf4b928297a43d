/** Changes settings of the lane around the component. */
import { useContext } from "react";
import { student } from "../../state/actions/acts";
import { LANE } from "../../state/slices/lane";
import { LaneContext } from "../useLane";

export function useConfigure(): typeof student.configure {
  return useContext(LaneContext) === LANE ? student.configure : student.configureB;
}
