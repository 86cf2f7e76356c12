// Which node may open a session's room. One node owns them all; with several, a lease decides (docs/decisions/0037-ports.md).

/** `address`: under which the other nodes reach the owner. */
export type Owner = 'mine' | { readonly address: string };

export type RoomOwner = {
  /**
   * Asked each time before a room is opened; the answer holds until the room is put away. `mine` has to be certain: whoever
   * is in doubt throws.
   */
  ownerOf(sessionId: string): Promise<Owner>;
};

export const alwaysMine: RoomOwner = { ownerOf: async () => 'mine' };

/** The room is another node's: whoever asked is told to come again, and nothing has been opened. */
export class RoomElsewhere extends Error {
  readonly address: string;

  constructor(sessionId: string, address: string) {
    super(`the room of ${sessionId} is at ${address}`);
    this.name = 'RoomElsewhere';
    this.address = address;
  }
}
