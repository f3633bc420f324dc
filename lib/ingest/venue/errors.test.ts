import { describe, expect, it } from 'vitest';
import { classOf } from './ccxt';
import { errorOfCcxt, errorOfStatus, MarketUnknown, RetryLater, VenueRefused, VenueResting } from './errors';

/** What ccxt's own class makes of a reply, as far as it judges one. */
interface Judge {
  handleErrors(
    status: number,
    reason: string,
    url: string,
    method: string,
    headers: object,
    body: string,
    json: unknown,
    sentHeaders: object,
    sentBody: undefined,
  ): unknown;
  handleHttpStatusCode(status: number, reason: string, url: string, method: string, body: string): void;
}

const ADDRESS = 'https://venue.example/api/candles?symbol=X';

async function errorOf(name: string, status: number, body: string): Promise<Error | undefined> {
  const Exchange = await classOf(name);
  const judge = new Exchange({}) as unknown as Judge;
  try {
    judge.handleErrors(status, 'Said', ADDRESS, 'GET', {}, body, JSON.parse(body), {}, undefined);
    judge.handleHttpStatusCode(status, 'Said', ADDRESS, 'GET', body);
    return undefined;
  } catch (error) {
    return errorOfCcxt(error, status);
  }
}

describe('a fault that passes is asked about again, and no word on what the venue serves', () => {
  it.each([
    // Each as the venue documents it, or as ccxt's source recorded it.
    ['bybit', 200, '{"retCode":10016,"retMsg":"System error. Please try again later."}'],
    ['bybit', 200, '{"retCode":5004,"retMsg":"Server Timeout","result":null,"retExtInfo":{},"time":1667577060106}'],
    ['bybit', 200, '{"retCode":10006,"retMsg":"Too many visits!"}'],
    ['okx', 400, '{"code":"50004","msg":"API endpoint request timeout","data":[]}'],
    ['okx', 200, '{"code":"50026","msg":"System error. Try again later","data":[]}'],
    ['bitget', 400, '{"code":"40015","msg":"System is abnormal, please try again later","data":null}'],
    ['bitget', 400, '{"code":"40200","msg":"Server upgrade, please try again later","data":null}'],
    ['binance', 400, '{"code":-1001,"msg":"Internal error; unable to process your request. Please try again."}'],
    ['binance', 400, '{"code":-1000,"msg":"An unknown error occured while processing the request."}'],
    ['kraken', 200, '{"error":["EService:Deadline elapsed"]}'],
    ['kraken', 200, '{"error":["EService:Busy"]}'],
    ['gate', 400, '{"label":"TOO_BUSY","message":"Too busy"}'],
    ['kucoin', 200, '{"code":"500000","msg":"Internal Server Error"}'],
    ['mexc', 200, '{"code":500,"msg":"Internal error"}'],
    ['coinbaseexchange', 400, '{"message":"BTC-USD is under maintenance"}'],
  ])('%s, HTTP %i: %s', async (name, status, body) => {
    expect(await errorOf(name, status, body)).toBeInstanceOf(RetryLater);
  });
});

describe('a market that the venue does not know is left, however ccxt calls it', () => {
  it.each([
    ['bybit', 200, '{"retCode":10001,"retMsg":"Not supported symbols"}'],
    ['okx', 200, '{"code":"51001","msg":"Instrument ID does not exist","data":[]}'],
    ['binance', 400, '{"code":-1121,"msg":"Invalid symbol."}'],
    ['kraken', 200, '{"error":["EQuery:Unknown asset pair"]}'],
    ['gate', 400, '{"label":"INVALID_CURRENCY_PAIR","message":"Invalid currency pair X_USDT"}'],
    ['coinbaseexchange', 404, '{"message":"NotFound"}'],
    ['bitget', 400, '{"code":"40034","msg":"Parameter X does not exist","data":null}'],
    ['mexc', 400, '{"code":-1121,"msg":"Invalid symbol."}'],
    // ccxt takes the status itself for a venue that is away.
    ['upbit', 404, '{"name":404,"message":"Code not found"}'],
    ['bitstamp', 404, '{"code":"pair_not_found"}'],
  ])('%s, HTTP %i: %s', async (name, status, body) => {
    expect(await errorOf(name, status, body)).toBeInstanceOf(MarketUnknown);
  });
});

it('a venue that bans an address in the body of a 200 is left, and not asked about its next market', async () => {
  expect(await errorOf('bybit', 200, '{"retCode":10009,"retMsg":"IP has been banned"}')).toBeInstanceOf(VenueRefused);
});

it('a venue that says it rests is left for later', async () => {
  expect(await errorOf('okx', 200, '{"code":"50001","msg":"Service temporarily unavailable"}')).toBeInstanceOf(
    VenueResting,
  );
});

describe('a 403', () => {
  it.each([
    ['Bybit’s, of which ten minutes are documented', '403, access too frequent', undefined, 600_000],
    ['Cloudflare’s', '<title>Error 1015: You are being rate limited</title>', 30_000, 30_000],
  ])('that is a rate limit is waited for, and no refusal: %s', (_, body, waitMs, waited) => {
    const error = errorOfStatus(403, body, waitMs);
    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({ waitMs: waited });
  });

  it('that is a geo-block is one', () => {
    const body = 'The Amazon CloudFront distribution is configured to block access from your country.';
    expect(errorOfStatus(403, body, undefined)).toBeInstanceOf(VenueRefused);
  });
});
