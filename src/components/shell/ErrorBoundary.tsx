/** Contains the failure of a part to render or to load, and offers to try again. */
import { Component, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { MissingError } from "../../i18n/missingError";
import { Button } from "../primitives/Button";
import { moveFocusThen } from "../focusPlace";
import { FocusHere } from "../primitives/FocusHere";
import styles from "./ErrorBoundary.module.css";

interface BoundaryProps {
  /** Whether the part takes the focus as it opens. What is said in its place then takes it. */
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
  /** Closes the part, where the page also stands without it. The next opening loads it again. */
  readonly onDismiss?: () => void;
}

interface BoundaryState {
  /** The error, or null. */
  readonly caught: { readonly error: unknown; readonly hadFocus: boolean } | null;
  /** Whether the student has pressed the button, which then disappears with the focus. */
  readonly isRetried: boolean;
}

export class ErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { caught: null, isRetried: false };

  static getDerivedStateFromError(error: unknown): Pick<BoundaryState, "caught"> {
    // React still shows the part, so the focus is still in it.
    return { caught: { error, hadFocus: document.activeElement !== document.body } };
  }

  private renew(): void {
    const error = this.state.caught?.error;
    if (error instanceof MissingError) error.renew();
  }

  private readonly dismiss = (): void => {
    this.renew();
    this.props.onDismiss?.();
  };

  private readonly retry = (): void => {
    this.renew();
    this.setState({ caught: null, isRetried: true });
  };

  override render(): ReactNode {
    const { caught, isRetried } = this.state;
    if (!caught)
      return (
        <>
          {isRetried && <FocusHere />}
          {this.props.children}
        </>
      );
    const failure = caught.error instanceof MissingError ? "missing" : "broken";
    return (
      <Failed
        failure={failure}
        hadFocus={caught.hadFocus || this.props.takesFocus === true}
        onRetry={this.retry}
        onDismiss={this.props.onDismiss && this.dismiss}
      />
    );
  }
}

interface FailedProps {
  readonly failure: "broken" | "missing";
  /** Whether the focus was somewhere, so that it may have gone with the part, or the part takes it. */
  readonly hadFocus: boolean;
  readonly onRetry: () => void;
  readonly onDismiss: (() => void) | undefined;
}

function Failed({ failure, hadFocus, onRetry, onDismiss }: FailedProps) {
  const { t } = useTranslation("app");
  const { t: ofFailures } = useTranslation("failures");
  return (
    <div className={styles.broken} role="alert">
      {hadFocus && <FocusHere />}
      <p>{t(`figure.${failure}.what`)}</p>
      <Button onClick={onRetry}>{t(`figure.${failure}.retry`)}</Button>
      {onDismiss && (
        <Button look="quiet" onClick={() => moveFocusThen("stage", onDismiss)}>
          {ofFailures("dismiss")}
        </Button>
      )}
    </div>
  );
}
