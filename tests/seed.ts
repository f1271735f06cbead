import process from 'node:process'
import fc from 'fast-check'

// The same cases at every run, so that a red run is red for everybody; FC_SEED=<number> tries others.
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_261_123) })
