// A workshop small enough to hold in one's head: two themes, three groups, one activity of each kind.
import type { LocalText, WorkshopDesign } from '../../server/engine/vocabulary';

export const inAll = (text: string): LocalText => ({ ky: text, ru: text, en: text });

export const smallWorkshop: WorkshopDesign = {
  title: inAll('Vision'),
  groups: ['heads', 'communities', 'civil'].map((id) => ({ id, name: inAll(id) })),
  themes: ['law', 'services'].map((id) => ({ id, name: inAll(id) })),
  horizons: (['today', 'tomorrow', '2030'] as const).map((id) => ({ id, name: inAll(id) })),
  smallestCell: 3,
  agenda: [
    { id: 'ask', kind: 'ask', title: inAll('Ask'), prompt: inAll('?'), minutes: 5, maxPerPerson: 2 },
    {
      id: 'collect',
      kind: 'collect',
      title: inAll('Collect'),
      prompt: inAll('?'),
      minutes: 5,
      maxPerPerson: 3,
      horizonIds: ['today', 'tomorrow', '2030'],
    },
    { id: 'group', kind: 'group', title: inAll('Group'), prompt: inAll('?'), minutes: 5 },
    {
      id: 'vote',
      kind: 'vote',
      title: inAll('Vote'),
      prompt: inAll('?'),
      minutes: 5,
      horizonIds: ['2030'],
      settings: {
        method: { name: 'dots', budget: 5, cap: 3 },
        rule: 'most_supported',
        places: 2,
        weights: 'person',
      },
    },
    { id: 'plan', kind: 'plan', title: inAll('Plan'), prompt: inAll('?'), minutes: 5, maxPerPerson: 2 },
    { id: 'endorse', kind: 'endorse', title: inAll('Endorse'), prompt: inAll('?'), minutes: 5 },
  ],
};
