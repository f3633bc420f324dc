export * from './certain';
export * from './charts';
export * from './figures';
export * from './firstPages';
export * from './markets';
export * from './minutes';
export * from './sayings';
