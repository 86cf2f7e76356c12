'use client';
// A list that never overflows its box: the largest type that fits on one page, else pages that turn by themselves.
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import styles from './fit-pages.module.css';
import { overflows, type Pages, packPages } from './pack-pages';
import { usePageTurner } from './page-turner';

export type FitItem = { readonly key: string; readonly node: ReactNode; readonly heading?: boolean };
/** Tried in order: the first that holds everything on one page, else the one with the fewest pages. */
export type FitLayout = { readonly columns: number; readonly scale: number };

/** What texts of full length may need: the whole width, in the smallest type for the last row. */
const WIDEST: FitLayout = { columns: 1, scale: 1 };

type Fitted = { readonly layout: FitLayout; readonly pages: Pages };

export function FitPages({
  items,
  layouts,
  label,
  gapRem = 0.5,
  showing,
  onPages,
}: {
  readonly items: readonly FitItem[];
  readonly layouts: readonly FitLayout[];
  readonly label: string;
  readonly gapRem?: number;
  /** Key of the item whose page stays. */
  readonly showing?: string | undefined;
  /** Told how many pages it takes. */
  readonly onPages?: ((count: number) => void) | undefined;
}) {
  const box = useRef<HTMLDivElement>(null);
  const ruler = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0, rem: 16 });
  const [fitted, setFitted] = useState<Fitted>();

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setSize({ width: element.clientWidth, height: element.clientHeight, rem });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const measure = ruler.current;
    if (measure === null || size.height === 0) return;
    const gap = gapRem * size.rem;
    let best: Fitted | undefined;
    let widest: Fitted | undefined;
    for (const layout of [...layouts, WIDEST]) {
      const columnGap = gap * 2;
      measure.style.width = `${(size.width - columnGap * (layout.columns - 1)) / layout.columns}px`;
      measure.style.fontSize = `${layout.scale}rem`;
      const heightOf = (child: Element | undefined) => child?.getBoundingClientRect().height ?? 0;
      const blocks = Array.from(measure.children, ({ children: [once, again] }, index) => ({
        height: heightOf(once),
        heading: items[index]?.heading === true,
        ...(again === undefined ? {} : { repeatedHeight: heightOf(again) }),
      }));
      const box = { height: size.height - 1, columns: layout.columns, gap };
      const pages = packPages(blocks, box);
      widest = { layout, pages };
      if (overflows(blocks, pages, box)) continue;
      if (best === undefined || pages.length < best.pages.length) best = widest;
      if (pages.length <= 1) break;
    }
    best ??= widest;
    setFitted((before) => (JSON.stringify(before) === JSON.stringify(best) ? before : best));
  }, [items, layouts, size, gapRem]);

  const pageCount = fitted?.pages.length ?? 0;
  useEffect(() => onPages?.(pageCount), [onPages, pageCount]);
  const place = items.findIndex(({ key }) => key === showing);
  const shown = fitted?.pages.findIndex((page) => page.some((column) => column.some(({ index }) => index === place)));
  const { page, paused } = usePageTurner(pageCount, shown === -1 ? undefined : shown);
  const columns = fitted?.pages[Math.min(page, pageCount - 1)] ?? [];

  return (
    <div className={styles.frame}>
      <div className={styles.box} ref={box}>
        <div
          className={styles.page}
          key={page}
          style={{
            fontSize: `${fitted?.layout.scale ?? 1}rem`,
            gridTemplateColumns: `repeat(${fitted?.layout.columns ?? 1}, minmax(0, 1fr))`,
            columnGap: `${gapRem * 2}rem`,
          }}
        >
          {columns.map((column, at) => (
            <ul
              className={styles.column}
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is nothing but its place
              key={at}
              aria-label={label}
              style={{ gap: `${gapRem}rem` }}
            >
              {column.map(({ index, repeated }) => {
                const item = items[index];
                return item === undefined ? null : (
                  <li key={`${item.key}${repeated ? '-again' : ''}`} data-repeated={repeated || undefined}>
                    {item.node}
                  </li>
                );
              })}
            </ul>
          ))}
        </div>
        <div className={styles.ruler} ref={ruler} aria-hidden="true" inert>
          {items.map((item) => (
            <div key={item.key}>
              <div>{item.node}</div>
              {item.heading && <div data-repeated>{item.node}</div>}
            </div>
          ))}
        </div>
      </div>
      {pageCount > 1 && (
        <div className={styles.turner} data-paused={paused || undefined} aria-hidden="true">
          {Array.from({ length: pageCount }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a mark is nothing but its place
            <span key={index} data-current={index === Math.min(page, pageCount - 1) || undefined} />
          ))}
        </div>
      )}
    </div>
  );
}
