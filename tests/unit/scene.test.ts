// Scenes of a browser test that build on one another can be asked for in any order.
import { scenesFor } from '../support/scene';

function registered() {
  const heard: string[] = [];
  const plays: (() => Promise<void>)[] = [];
  const scene = scenesFor((_name, play) => plays.push(play));
  for (const name of ['joins', 'breaks', 'votes'])
    scene(name, () => {
      heard.push(name);
      if (name === 'breaks') throw new Error('a fault');
    });
  const [joins, breaks, votes] = plays as [() => Promise<void>, () => Promise<void>, () => Promise<void>];
  return { heard, joins, breaks, votes };
}

test('asked for alone, a scene has those before it, each once', async () => {
  const { heard, joins, votes } = registered();
  await votes();
  expect(heard).toEqual(['joins', 'breaks', 'votes']);
  await joins();
  await votes();
  expect(heard).toHaveLength(3);
});

test('a scene that fails says so itself, whoever asked first, and no other fails for it', async () => {
  const { joins, breaks, votes } = registered();
  await expect(votes()).resolves.toBeUndefined();
  await expect(breaks()).rejects.toThrow('a fault');
  await expect(joins()).resolves.toBeUndefined();
});
