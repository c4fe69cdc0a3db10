export { FEEDBACK, FeedbackModule } from './feedback.module.js';
