import { COLUMNS_TYPE } from '../../api/columns/format';
import type { Question } from '../../domain/question';
import { appContext } from '../context';
import type { Resolution } from '../deviations/deviations';
import { columnsResponse } from '../http/reply';
import { told, wantsLines } from '../http/stream';
import { columnsBeside, isShort } from '../thread/door';
import { compressed } from './compressed';
import { deviationsColumns } from './deviationsColumns';

/** An answer as columns. A reader who takes lines of progress too has them in front of the columns. */
export async function columnsReply(request: Request, question: Question, resolution: Resolution): Promise<Response> {
  const reply = wantsLines(request)
    ? told((options) => columnsBeside(question, { ...options, resolution }), {
        type: COLUMNS_TYPE,
        written: ({ columns }) => [columns],
        plain: columnsResponse,
      })
    : columnsResponse(
        isShort(question)
          ? await deviationsColumns(await appContext(), question, { resolution })
          : await columnsBeside(question, { resolution, signal: request.signal }),
      );
  return compressed(reply, request);
}
