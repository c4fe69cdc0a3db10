import { runService } from '@mulin/service';
import { FEEDBACK, FeedbackModule } from './feedback.module.js';

runService(
  {
    name: 'feedback',
    token: FEEDBACK,
    module: ({ pack }) => FeedbackModule.with(pack.feedback),
  },
  process.env,
);
