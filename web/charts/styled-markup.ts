/** What the style sheets decide about a shape. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'paint-order',
  'font-size',
  'font-weight',
] as const;
/** What a shape has where no style sheet says anything. */
const PLAIN: Readonly<Record<string, string>> = {
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-opacity': '1',
  'stroke-linejoin': 'miter',
  'stroke-linecap': 'butt',
  opacity: '1',
  'paint-order': 'normal',
};

/** The shapes within a drawing as markup of their own: what style sheets gave them is written into each. */
export function styledMarkup(drawing: SVGElement): string {
  const serializer = new XMLSerializer();
  const styled = (element: Element): Element => {
    const copy = element.cloneNode(false) as Element;
    copy.removeAttribute('class');
    copy.removeAttribute('style');
    const style = getComputedStyle(element);
    const isText = element.tagName === 'text' || element.tagName === 'tspan';
    if (element.tagName !== 'g' || style.opacity !== '1')
      for (const name of STYLES) {
        const value = style.getPropertyValue(name);
        if (value === '' || value === PLAIN[name] || (!isText && name.startsWith('font-'))) continue;
        if (element.tagName === 'g' && name !== 'opacity') continue;
        copy.setAttribute(name, value);
      }
    for (const child of element.childNodes) {
      if (child instanceof Element) copy.append(styled(child));
      else if (child instanceof Text) copy.append(child.cloneNode());
    }
    return copy;
  };
  return [...drawing.children].map((child) => serializer.serializeToString(styled(child)).replaceAll(/ xmlns="[^"]*"/g, '')).join('');
}

/** What paper asks for whatever the screen has: the light theme. Nothing is painted in between. */
export function inLightTheme<Result>(work: () => Result): Result {
  const root = document.documentElement;
  const theme = root.dataset['theme'];
  root.dataset['theme'] = 'light';
  try {
    return work();
  } finally {
    if (theme === undefined) delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  }
}
