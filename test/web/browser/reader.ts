import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

/** A person in front of the page: finds things by what they are called, as people and screen readers do. */
export class Reader {
  readonly #complaints: string[] = [];

  private constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.#complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#complaints.push(message.text());
    });
  }

  /** Opens the notebook in a browser that knows nothing yet, and waits until it is computed. */
  static async open(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Reader> {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 }, ...options });
    context.setDefaultTimeout(100_000);
    const reader = new Reader(await context.newPage());
    await reader.page.goto(origin);
    await reader.settled();
    return reader;
  }

  /** Waits until nothing is being computed. */
  async settled(): Promise<void> {
    await this.page.getByRole('region').first().waitFor();
    await this.page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  }

  cell(name: string | RegExp): Locator {
    return this.page.getByRole('region', { name, exact: typeof name === 'string' });
  }

  /** The expected number of villages that reach, as an outcome cell shows it. */
  async reaching(cell: string): Promise<string> {
    return (
      (await this.cell(cell)
        .getByText(/^预计达标 \d+ 村/)
        .textContent()) ?? ''
    );
  }

  slider(cell: string, name: string): Locator {
    return this.cell(cell).getByRole('slider', { name, exact: true });
  }

  /** Moves a slider as a hand does: by keys, one step each. */
  async slide(slider: Locator, key: string, times: number): Promise<void> {
    await slider.focus();
    for (let time = 0; time < times; time++) await slider.press(key);
  }

  /** What the page asks of the server from now on, apart from saving the notebook: a list that grows. */
  asked(): readonly string[] {
    const asked: string[] = [];
    this.page.on('request', (request) => {
      const saves = /mutation (Save|Create)Notebook/.test(request.postData() ?? '');
      if (!saves) asked.push(request.url());
    });
    return asked;
  }

  /** Drops the complaints that a test has brought about itself. */
  forgive(expected: RegExp): void {
    this.#complaints.splice(0, Infinity, ...this.#complaints.filter((complaint) => !expected.test(complaint)));
  }

  /** Leaves, and fails where the page has complained: a script error, or what its own security policy stopped. */
  async close(): Promise<void> {
    await this.page.context().close();
    if (this.#complaints.length > 0) throw new Error(`the page complained:\n${this.#complaints.join('\n')}`);
  }
}
