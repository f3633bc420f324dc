import type { Command } from 'commander';
import { VENUES } from '../../ingest/venues/table';
import { examine } from '../../processes/doctor/examine';
import { EXIT, say } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { DOCTOR_VENUES, doctorFaults, findingLine } from '../../words/en/cli/doctor';
import { JSON_OBJECT, REHEARSAL } from '../../words/en/help/options';
import { askableVenuesOf } from '../reading/options';

interface Options {
  readonly json?: true;
  readonly rehearsal?: true;
  /** true: the option without a list. */
  readonly venues?: string | true;
}

/** `plumbline doctor`: line by line what was found, and the mend for each fault; only looks. Exit code 3 where there is a fault. */
export function doctorCommand(command: Command, ends: (code: number) => void): void {
  command
    .option('--venues [list]', DOCTOR_VENUES)
    .option('--json', JSON_OBJECT)
    .option('--rehearsal', REHEARSAL)
    .action(async (options: Options) => {
      const findings = await examine({
        env: process.env,
        dataset: options.rehearsal === true ? 'rehearsal' : 'real',
        venues:
          options.venues === undefined
            ? []
            : options.venues === true
              ? [...VENUES.keys()]
              : askableVenuesOf(options.venues),
        nodeVersion: process.versions.node,
        now: Date.now,
      });
      const faults = findings.filter(({ grade }) => grade === 'fault').length;
      if (faults > 0) ends(EXIT.partial);
      if (options.json) await print(`${JSON.stringify({ faults, findings }, undefined, 2)}\n`);
      else {
        await print(findings.map(({ grade, subject, says }) => findingLine(grade, subject, says)).join(''));
        if (faults > 0) say(doctorFaults(faults));
      }
    });
}
