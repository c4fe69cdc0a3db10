/** How long a member of a group and its brokers wait for each other, whichever client it is; in milliseconds. */

/** A member that is not heard of for so long is dead to its group. Brokers take no less unless they are told to. */
export const sessionMs = 6_000;
/** How often the group hears from a member. */
export const heartbeatMs = 1_000;
/** How long others wait for a member that has messages in hand. */
export const rebalanceMs = 30_000;
/** Of that, what it may take itself. */
export const releaseMs = 20_000;
export const connectMs = 2_000;
/** A request that is not answered is repeated: a broker that stood still is found to be back this soon. */
export const requestMs = 5_000;
/** A broker that has nothing to read waits for so long before it says so. */
export const fetchWaitMs = 250;
