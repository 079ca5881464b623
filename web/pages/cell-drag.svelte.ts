import { landingAt, scrollStep } from './landing.js';

/** Less than this is a press, not a drag; in pixels. */
const THRESHOLD = 5;

/** A cell being dragged, by mouse, pen or finger: which one, and the gap that it would fall into. */
export class CellDrag {
  id = $state<string | undefined>();
  /** 0 is before the first cell; −1 while nothing is dragged. */
  landing = $state(-1);
  #end: (() => void) | undefined;

  /**
   * Follows the pointer from a press on a cell's handle.
   * @param boxes where the cells stand now
   * @param ondrop what to do with the gap, once it is let go
   */
  begin(event: PointerEvent & { currentTarget: HTMLElement }, id: string, boxes: () => DOMRect[], ondrop: (gap: number) => void): void {
    if (event.button !== 0) return;
    this.#end?.();
    const handle = event.currentTarget;
    const from = event.clientY;
    let at = from;
    let frame = 0;
    handle.setPointerCapture(event.pointerId);

    const look = () => {
      window.scrollBy(0, scrollStep(at, window.innerHeight));
      this.landing = landingAt(boxes(), at);
      frame = requestAnimationFrame(look);
    };
    const move = (moved: PointerEvent) => {
      at = moved.clientY;
      if (this.id !== undefined || Math.abs(at - from) < THRESHOLD) return;
      this.id = id;
      look();
    };
    const drop = () => {
      const gap = this.id === undefined ? -1 : landingAt(boxes(), at);
      this.#end?.();
      if (gap >= 0) ondrop(gap);
    };
    const key = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape' || this.id === undefined) return;
      pressed.preventDefault();
      this.#end?.();
    };
    const listeners = new AbortController();
    const { signal } = listeners;
    this.#end = () => {
      listeners.abort();
      cancelAnimationFrame(frame);
      this.id = undefined;
      this.landing = -1;
      this.#end = undefined;
    };
    handle.addEventListener('pointermove', move, { signal });
    handle.addEventListener('pointerup', drop, { signal });
    handle.addEventListener('pointercancel', () => this.#end?.(), { signal });
    window.addEventListener('keydown', key, { signal, capture: true });
  }
}
