import { describe, expect, it } from 'vitest';
import { BadInput } from './exit';
import { refuseBrokenSettings } from './webSettings';

const refusing = (settings: Readonly<Record<string, string | undefined>>) => (): void => {
  refuseBrokenSettings({ NODE_ENV: 'test', ...settings });
};

describe('the settings of the app', () => {
  it.each([
    {},
    { PLUMBLINE_ORIGIN: '', PLUMBLINE_RATE: '', PLUMBLINE_LOG: '', PLUMBLINE_METRICS: '', PLUMBLINE_ANSWER_S: '' },
    {
      PLUMBLINE_ORIGIN: 'https://plumbline.example',
      PLUMBLINE_RATE: '0',
      PLUMBLINE_ANSWER_S: '0',
      PLUMBLINE_KEPT_MB: '0',
    },
    {
      PLUMBLINE_ORIGIN: 'http://10.0.0.7:8080/',
      PLUMBLINE_LOG: 'debug',
      PLUMBLINE_LOG_TO: 'stderr',
      PLUMBLINE_METRICS: '0.0.0.0:9464',
    },
    { PLUMBLINE_TRUST_PROXY: '10.0.0.0/8' },
  ])('may be %j', (settings) => {
    expect(refusing(settings)).not.toThrow();
  });

  it.each([
    ['PLUMBLINE_ORIGIN', 'plumbline.example'],
    ['PLUMBLINE_ORIGIN', 'ftp://plumbline.example'],
    ['PLUMBLINE_ORIGIN', 'javascript:alert(1)'],
    ['PLUMBLINE_ORIGIN', 'not a url'],
    ['PLUMBLINE_RATE', 'many'],
    ['PLUMBLINE_TRUST_PROXY', 'nginx'],
    ['PLUMBLINE_ANSWER_S', '-1'],
    ['PLUMBLINE_KEPT_MB', '1 GB'],
    ['PLUMBLINE_LOG', 'loud'],
    ['PLUMBLINE_LOG_TO', 'syslog'],
    ['PLUMBLINE_METRICS', 'localhost:9464'],
  ])('are bad input where %s is %j, in a line that names both', (name, text) => {
    expect(refusing({ [name]: text })).toThrow(BadInput);
    expect(refusing({ [name]: text })).toThrow(name);
    expect(refusing({ [name]: text })).toThrow(text);
  });
});
