/** An interview day, its queue, and what is at hand of one visitor. */
import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';

export type Day = Schemas['InterviewDay'];
export type Booking = Schemas['InterviewBooking'];
export type Visitor = Schemas['InterviewVisitor'];

const againMs = 15_000;

export const useDay = (day: string) =>
  useQuery({
    queryKey: ['interview-day', day],
    queryFn: () => answerOf(api.GET('/api/v1/interview-days/{day}', { params: { path: { day } } })),
    refetchInterval: againMs,
  });

export const useQueue = (day: string) =>
  useQuery({
    queryKey: ['interview-queue', day],
    queryFn: () => answerOf(api.GET('/api/v1/interview-days/{day}/bookings', { params: { path: { day } } })),
    refetchInterval: againMs,
  });

/** Each reading is on record: it is read once while it is open, and anew when its state has changed. */
export const useVisitor = ({ day, booking, state }: Booking) =>
  useQuery({
    queryKey: ['visitor', booking, state],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/interview-days/{day}/bookings/{booking}/file', {
          params: { path: { day, booking } },
        }),
      ),
    staleTime: 'static',
  });
