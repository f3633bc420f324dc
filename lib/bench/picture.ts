import { setTimeout as wait } from 'node:timers/promises';
import { MINUTES_PER_DAY, formatMinute, minute } from '../domain/minute';
import type { Database } from '../store/connection/database';
import { firstMinutes } from './books/randomBooks';
import { thirtyBooks } from './books/thirtyBooks';
import type { Findings } from './table';
import { Timings } from './timings';
import { launcher, startWebApp } from './webApp';

const DAYS = 366;
const RANGE = firstMinutes(DAYS * MINUTES_PER_DAY);
/** Pictures made one after the other; the first hashes every day. */
const PICTURES = 3;
/** Small requests with nothing else to do, for comparison. */
const ALONE = 200;
/** Between two small requests: a reader who is held up for this long is noticed. */
const EVERY_MS = 5;

const SMALL = 'a small request, nothing else running';
const BESIDE = `a small request while a ${String(DAYS)}-day picture is made`;
const PICTURE = `a ${String(DAYS)}-day picture`;

async function asked(address: string): Promise<void> {
  const response = await fetch(address);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${address} answered ${String(response.status)}`);
}

/** Asks for something small, again and again, until `work` has ended. */
async function askUntil(address: string, work: Promise<unknown>, note: (ms: number) => void): Promise<void> {
  const over = new AbortController();
  const ended = work.finally(() => {
    over.abort();
  });
  while (!over.signal.aborted) {
    const began = performance.now();
    await asked(address);
    note(performance.now() - began);
    await wait(EVERY_MS);
  }
  await ended;
}

/** How long a small request waits while the largest picture that can be asked for is made. Aim: never 100 ms longer. */
export async function benchPicture(database: Database, url: string, say: (line: string) => void): Promise<Findings> {
  say(`picture: storing ${String(DAYS)} days of thirty books`);
  const candles = await thirtyBooks(database, RANGE);
  const { buildApp, serverEntry } = await launcher();
  await buildApp();
  const app = await startWebApp(serverEntry, url);
  const timings = new Timings();
  try {
    const small = `${app.address}/api/v1/progress`;
    /** Each begins a minute later, so that no answer kept from the one before serves it. */
    const picture = (place: number): string =>
      `${app.address}/api/v1/charts/ATOM.png?v=3&m=2&from=${formatMinute(minute(RANGE.from + place))}&to=${formatMinute(RANGE.to)}`;
    for (let i = 0; i < ALONE; i += 1) {
      await timings.clock(SMALL, () => asked(small));
      await wait(EVERY_MS);
    }
    for (let i = 0; i < PICTURES; i += 1) {
      say(`picture: ${String(i + 1)} of ${String(PICTURES)}`);
      await askUntil(
        small,
        timings.clock(PICTURE, () => asked(picture(i))),
        (ms) => {
          timings.note(BESIDE, ms);
        },
      );
    }
  } finally {
    await app.stop();
  }
  const late = timings.of(BESIDE).mostMs - timings.of(SMALL).medianMs;
  return {
    title: 'A small request beside a large picture',
    about: `GET /api/v1/progress every ${String(EVERY_MS)} ms in the built app, over ${candles.toLocaleString('en')} candles of thirty books, alone and while GET /api/v1/charts/ATOM.png of ${String(DAYS)} days is made. The slowest of them waited ${late.toFixed(0)} ms longer than the median of those alone; the aim is at most 100 ms.`,
    timings,
    figures: [
      { name: SMALL, yardstick: SMALL },
      { name: BESIDE, yardstick: SMALL },
      { name: PICTURE, yardstick: SMALL },
    ],
  };
}
