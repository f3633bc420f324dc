/** What charts of every kind stand on: read before the rest, in a moment of its own. */
export { init, use as register } from 'echarts/core';
