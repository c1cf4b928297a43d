/** The settings of training, and the backend that computes it. */
import { Computation } from "./Computation";
import { SettingGroup } from "./SettingGroup";

export function TrainingSettings() {
  return (
    <div>
      <SettingGroup name="forcing" />
      <SettingGroup name="updates" />
      <SettingGroup name="ending" />
      <Computation />
    </div>
  );
}
