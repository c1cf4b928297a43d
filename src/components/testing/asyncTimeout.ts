/** Set-up of the component tests: a long time limit, because lazy parts load slowly on a busy machine. */
import { configure } from "@testing-library/react";

configure({ asyncUtilTimeout: 20_000 });
