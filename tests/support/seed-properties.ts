import * as fc from 'fast-check';

// The same cases every time, so that a change passes or fails by itself; PROPERTY_SEED=<number> looks for others.
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20211001) });
