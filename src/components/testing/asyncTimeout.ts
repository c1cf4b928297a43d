/** Set-up of the component tests: lazy parts load slowly on a busy machine, so the limit only ends a test that hangs. */
import { configure } from "@testing-library/react";

configure({ asyncUtilTimeout: 300_000 });
