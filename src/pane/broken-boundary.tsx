import { Component, type ReactNode } from 'react';
import { asFailure, type Failure } from '../model/failure';

interface BoundaryProps {
  readonly children: ReactNode;
  readonly face: (failure: Failure, again: () => void) => ReactNode;
}

/** What is shown instead of what cannot be drawn: without it the pane is blank. React asks for a class. */
export class BrokenBoundary extends Component<BoundaryProps, { readonly failure: Failure | null }> {
  override state: { readonly failure: Failure | null } = { failure: null };

  static getDerivedStateFromError(reason: unknown): { readonly failure: Failure } {
    return { failure: asFailure(reason) };
  }

  override render(): ReactNode {
    const { children, face } = this.props;
    const { failure } = this.state;
    return failure === null ? children : face(failure, () => this.setState({ failure: null }));
  }
}
