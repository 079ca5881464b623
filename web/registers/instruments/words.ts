import { inBoth, type WordsOf } from '../../i18n/words.js';

export const instrumentWords = inBoth(
  {
    title: '各举措收入',
    year: '年度',
    mode: '模式',
    instrument: '举措',
    villages: '村数',
    projects: '项目数',
    received: (year: number) => `${year} 年到账`,
    note: '按“创收举措”台账的标签数：写明项目的，数那个项目的收入；没写的，数这个村在该模式里不属于任何项目的收入。一笔收入挂两种举措，两边都算。',
    source: (month: string) => `到账收入与创收举措台账，截至 ${month}`,
    empty: '还没有登记创收举措。先登记哪个村靠什么办法创收，这里就能看到每种办法带来多少。',
    book: '登记创收举措',
  },
  {
    title: ': income by instrument',
    year: 'Year',
    mode: 'Mode',
    instrument: 'Instrument',
    villages: 'Villages',
    projects: 'Projects',
    received: (year) => `Received in ${year}`,
    note: 'By the tags of the register of instruments: one with a project counts what that project brought, one without the village’s receipts in the mode that no project brought. Receipts that two instruments name count for both.',
    source: (month) => `Receipts and register of instruments, up to ${month}`,
    empty: 'No instrument is written down yet. Say by what a village earns, and see here what each brings.',
    book: 'Write down an instrument',
  },
);

export type InstrumentWords = WordsOf<typeof instrumentWords>;
