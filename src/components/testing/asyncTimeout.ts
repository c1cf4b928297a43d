/** Set-up of the component tests: a lazily loaded part may come late on a busy machine, and no test is about the clock. */
import { configure } from "@testing-library/react";

configure({ asyncUtilTimeout: 20_000 });
