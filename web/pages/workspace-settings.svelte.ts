import { SvelteMap } from 'svelte/reactivity';
import type { Send } from '../api/client.js';
import { resetWorkspaceAssumption, setWorkspaceAssumption, workspace, type AssumptionPayload, type Workspace } from '../api/operations.js';
import type { Request } from '../api/client.js';

/** The defaults of the workspace as the server holds them, and what a reader does to them. */
export class WorkspaceSettings {
  current = $state.raw<Workspace | undefined>();
  failure = $state.raw<unknown>();
  /** Name of the assumption that was saved last. */
  saved = $state.raw<string | undefined>();
  /** Why an assumption was not taken, in the server's words, by name. */
  readonly refusals = new SvelteMap<string, string>();

  constructor(private readonly send: Send) {}

  async open(): Promise<void> {
    this.failure = undefined;
    try {
      this.current = (await this.send(workspace(), new AbortController().signal)).workspace;
    } catch (failure) {
      this.failure = failure;
    }
  }

  set(name: string, value: number): Promise<void> {
    return this.#change(name, setWorkspaceAssumption(name, value));
  }

  reset(name: string): Promise<void> {
    return this.#change(name, resetWorkspaceAssumption(name));
  }

  async #change(name: string, request: Request<{ change: AssumptionPayload }>): Promise<void> {
    this.saved = undefined;
    this.refusals.delete(name);
    try {
      const { change } = await this.send(request, new AbortController().signal);
      const [refusal] = change.userErrors;
      if (refusal) {
        this.refusals.set(name, refusal.message);
        return;
      }
      await this.open();
      this.saved = name;
    } catch (failure) {
      this.failure = failure;
    }
  }
}
