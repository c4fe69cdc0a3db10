/** What the interview days are, and what one has booked with the cases of this tab. */
import { useQueries, useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';
import { townNow } from '../../api/clock';
import { inOwnCase } from '../../resident/own-case';

export type Day = Schemas['InterviewDay'];
type Booking = Schemas['OwnInterviewBooking'];
export type OwnBooking = Readonly<{ number: string; booking: Booking }>;

const dayMs = 86_400_000;

/** Yesterday, whatever the zone of the town is: today is in it. */
const since = (): string => new Date(townNow() - dayMs).toISOString().slice(0, 10);

/** What is over is left out: a slot counts until it begins. */
export const isOver = ({ from }: Readonly<{ from: string }>): boolean => Date.parse(from) <= townNow();

const mostDays = 100;

export const useDays = () =>
  useQuery({
    queryKey: ['interview-days'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/interview-days', { params: { query: { from: since(), limit: mostDays } } })),
    refetchInterval: 30_000,
  });

/** Soonest first; a day whose last slot has begun is over. */
export const toCome = (days: readonly Day[]): readonly Day[] =>
  days
    .filter(({ slots }) => slots.some((slot) => !isOver(slot)))
    .sort((one, other) => (one.slots[0]?.from ?? '').localeCompare(other.slots[0]?.from ?? ''));

/** Of several cases: each has what was booked with its own code. */
export const useOwnBookings = (numbers: readonly string[]): readonly OwnBooking[] =>
  useQueries({
    queries: numbers.map((number) => ({
      queryKey: ['own-bookings', number],
      queryFn: async () => {
        const { items } = await inOwnCase(number, ({ client }) =>
          answerOf(client.GET('/api/v1/interview-bookings')),
        );
        return items.map((booking) => ({ number, booking }));
      },
    })),
    combine: (answers) => answers.flatMap(({ data }) => data ?? []),
  });
