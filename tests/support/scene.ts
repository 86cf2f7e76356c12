// Scenes that go on from one another, as a seminar does: asked for alone or in another order, each first has those before it.

type Play = () => void | Promise<void>;

/** `register` is Jest's `test`. A scene that failed does not keep those after it from being played. */
export function scenesFor(
  register: (name: string, play: () => Promise<void>) => void,
): (name: string, play: Play) => void {
  let before: () => Promise<void> = async () => {};
  return (name, play) => {
    const earlier = before;
    let played: Promise<void> | undefined;
    const once = () => {
      played ??= earlier()
        .catch(() => {})
        .then(play);
      return played;
    };
    before = once;
    register(name, once);
  };
}

export const scene = scenesFor((name, play) => test(name, play));
