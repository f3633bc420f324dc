import { crashScenario } from './crash/scenario';
import { startSimulator } from './server';

// The simulator as a child of whoever rehearses: a core of its own. It says its address, and ends with its parent (the channel to it
// closes), whatever ended the parent.
const simulator = await startSimulator({ scenario: crashScenario() });
process.on('disconnect', () => process.exit(0));
// It may have ended while this was starting.
if (!process.connected) process.exit(0);
process.send?.(simulator.origin);
