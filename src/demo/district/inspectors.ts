import { CivilDate } from '../../core';
import { NewInspector } from '../../inspectors/inspectors.service';
import { NewOffice } from '../../subjects/offices.service';

const NAMES = ['示例检查员甲', '示例检查员乙'] as const;

/** The numbers of the certificates of an office: two inspect together. */
export function certificatesOf(office: string): readonly string[] {
  return NAMES.map((_, place) => `${office}-${place + 1}`);
}

/** The inspectors of the offices that inspect, all fictional. */
export function inspectors(offices: readonly NewOffice[], validFrom: CivilDate): readonly NewInspector[] {
  return offices
    .filter(({ level }) => level !== 'jurisdiction')
    .flatMap(({ code: office }) =>
      certificatesOf(office).map((certificateNumber, place) => {
        return { certificateNumber, name: NAMES[place] ?? '', office, validFrom };
      }),
    );
}
