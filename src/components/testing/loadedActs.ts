/** Set-up of the component tests: the acts are there, as they are on a page after its first picture. */
import { loadActs } from "../../state/actions/acts";

await loadActs();
