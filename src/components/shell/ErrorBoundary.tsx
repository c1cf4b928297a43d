/** Keeps a part that fails to draw from taking the page with it, and offers to draw it again. */
import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../primitives/Button";
import styles from "./ErrorBoundary.module.css";

interface BoundaryProps {
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly hasFailed: boolean;
}

export class ErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { hasFailed: false };

  static getDerivedStateFromError(): BoundaryState {
    return { hasFailed: true };
  }

  private readonly retry = (): void => this.setState({ hasFailed: false });

  override render(): ReactNode {
    return this.state.hasFailed ? <Broken onRetry={this.retry} /> : this.props.children;
  }
}

function Broken({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation("app");
  return (
    <div className={styles.broken} role="alert">
      <p>{t("figure.broken")}</p>
      <Button onClick={onRetry}>{t("figure.retry")}</Button>
    </div>
  );
}
