/** Whether the page shows two lanes side by side. */
import { isComparing, useApp } from "../state/store";

export const useComparing = (): boolean => useApp(isComparing);
