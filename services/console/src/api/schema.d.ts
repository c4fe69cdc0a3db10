export interface paths {
  '/api/v1/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List accounts
     * @description Every account by its id, with role and area, and whether it is disabled.
     *
     *     For: operator (town).
     */
    get: operations['Operator.accounts'];
    put?: never;
    /**
     * Add an account
     * @description Without a password: set one, or issue tokens for it. An account that is there already with the same role, area and name is answered the same.
     *
     *     For: operator (town).
     */
    post: operations['Accounts.add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accounts/{account}/disable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Disable an account
     * @description Its tokens and sessions open nothing from now on, and no orders are offered to it. Nobody disables their own account.
     *
     *     For: operator (town).
     */
    post: operations['Operator.disable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accounts/{account}/enable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Enable an account
     * @description Its tokens open again what they opened, and orders are offered to it again.
     *
     *     For: operator (town).
     */
    post: operations['Operator.enable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accounts/{account}/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Set a password
     * @description For one’s own account with the old password, or by an operator for somebody else. Every session of the account ends. At least 12 characters, of whatever kind.
     *
     *     For: resident (own); hotline-clerk (own); grid-member (own); grid-leader (own); village-committee (own); community-secretary (own); town-leader (own); office-member (own); mediator (own); verifier (own); helper (own); auditor (own); operator (own, town); integrator (own).
     */
    put: operations['Accounts.setPassword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/areas': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Areas, and who is on duty
     * @description The areas and micro-grids that lie in one's own area, with whoever is on duty in each.
     *
     *     For: grid-leader (area); village-committee (area); community-secretary (area); town-leader (area); hotline-clerk (town); auditor (town); operator (town).
     */
    get: operations['Areas.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/call-backs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List whom to call back
     * @description Cases whose work somebody else has verified, oldest first, in the area of the one who asks; what they handled themselves is left out. With `state`: those that stand so.
     *
     *     For: grid-leader (area); village-committee (area); community-secretary (area); town-leader (area); hotline-clerk (town); auditor (town); operator (town); verifier (area).
     */
    get: operations['CallBacks.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/case-access': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Come to one’s own case
     * @description A token for this case alone, good for an hour, by its number and the code that the registration answered with. After ten wrong codes nothing is tried for this number for a while.
     */
    post: operations['Access.open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Find cases, or follow what changed
     * @description What is looked for, newest report first; everything that is given must hold. With `after`: what changed after that position, in the order of the changes; `position` is where to go on from, also where nothing has changed. Of a case that changed several times only the last change is told. A `phone` needs its `purpose`.
     *
     *     For: grid-leader (area, helps); village-committee (area, helps); community-secretary (area, helps); town-leader (area, helps); hotline-clerk (town); auditor (town); operator (town); integrator (town); mediator (area); verifier (area); grid-member (area, held, helps); office-member (held, helps); helper (helps).
     */
    get: operations['Cases.list'];
    put?: never;
    /**
     * Register a demand
     * @description Makes a case of what somebody asks. What is personal goes to the vault. Sent again with the same Idempotency-Key it is the same case. `queryCode` is for the resident: with it and the number they come to their own case (`POST /api/v1/case-access`); no other answer says it, and who may be asked to handle the case is not told it.
     *
     *     For: resident (own); hotline-clerk (town); grid-member (town); community-secretary (town); helper (town); operator (town); integrator (town).
     */
    post: operations['Cases.register'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a case
     * @description Where a case stands, by its id or its number. The whole history is at `/api/v1/timelines/{numberOrId}`.
     *
     *     For: grid-leader (told); village-committee (told); community-secretary (told, arbiter, unplaced); town-leader (told, arbiter, unplaced); hotline-clerk (town); verifier (to-verify); auditor (town); operator (town); integrator (town).
     */
    get: operations['Cases.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/additions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what was added
     * @description Everything that was added, the oldest first; a resident sees what is theirs. `words` is `null` for a photo, and for what is erased. Each reading is on record with its purpose (`answering` where none is given).
     *
     *     For: grid-leader (told, held, helps); village-committee (told, held, helps); community-secretary (told, arbiter, unplaced, held, helps); town-leader (told, arbiter, unplaced, held, helps); grid-member (held, helps); office-member (held, helps); hotline-clerk (town); verifier (to-verify); resident (own); helper (helps).
     */
    get: operations['Additions.additions'];
    put?: never;
    /**
     * Add to a case
     * @description Adds words, photos, or both while an answer is owed. What a resident adds they see again; what staff add is a note for staff. Photos are sent to `/api/v1/photos` before.
     *
     *     For: grid-leader (told, held, helps); village-committee (told, held, helps); community-secretary (told, arbiter, unplaced, held, helps); town-leader (told, arbiter, unplaced, held, helps); grid-member (held, helps); office-member (held, helps); hotline-clerk (town); verifier (to-verify); resident (own); helper (helps).
     */
    post: operations['Additions.add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/call-backs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Record a call-back
     * @description Somebody who did not handle it has called whoever asked, or tried to, at another hour than before; what they said of it may come along. Not reached as often as the town tries: nothing is left to ask.
     *
     *     For: hotline-clerk (town); verifier (area); grid-member (area); grid-leader (area); village-committee (area); community-secretary (area).
     */
    post: operations['CaseFeedback.callBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/clocks/explanation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How the deadlines of a case were counted
     * @description Every clock of the case as of now: since when it runs, by when it is due, and in between every stretch of time in order, whether it counts, and why (`why`, and `text` in the language of the reader; `name` is that of a holiday). In hours what counts is together `amount`; in days, as many intervals count. `because` and `since` say whether it is due by its first terms or by a correction or a merger since. A moment that was set and not counted has one interval `set-moment`, and neither `unit` nor `amount`. For whoever may read the timeline of the case.
     *
     *     For: grid-leader (area, helps); village-committee (area, helps); community-secretary (area, unplaced, helps); town-leader (area, unplaced, helps); hotline-clerk (town); auditor (town); operator (town); integrator (town); mediator (area); verifier (area); grid-member (area, held, helps); office-member (held, helps); helper (helps).
     */
    get: operations['Clocks.explain'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close a case
     * @description Ends a case with its outcome. Whoever handled it may not. Where the town asks for feedback, that closes what is done or explained. For `duplicate`, `duplicateOf` names the case that answers for this one, too.
     *
     *     For: hotline-clerk (town).
     */
    post: operations['Cases.close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/conclusion': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Decide what becomes of a case
     * @description Whoever asked is still not content though it was done again: the community secretary closes the case, or has it done once more.
     *
     *     For: community-secretary (area); town-leader (area).
     */
    post: operations['CaseFeedback.conclude'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/decline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Decline a case
     * @description Ends a case that the town cannot answer, with the reason and the place that can. Refused once somebody has taken it.
     *
     *     For: hotline-clerk (town).
     */
    post: operations['Cases.decline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/erase-person': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Erase the person who asked
     * @description Erases for ever what the person who asked in this case said in all of their cases. `erased: false`: they had been erased before, at `erasedAt` and for `reason`.
     *
     *     For: operator (town).
     */
    post: operations['Erasures.erase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/exemption': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for an exemption
     * @description The unit that is rated by a case, or whoever leads it, asks that a cycle of it (the last one, if none is named) be taken out of the rates, once, with a reason and what speaks for it, which lies in the vault. The raw rates stay as they are.
     *
     *     For: grid-member (area); grid-leader (area); village-committee (area); community-secretary (area); office-member (held).
     */
    post: operations['Exemptions.ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/exemption/appeal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Appeal against the decision
     * @description Once: the rated unit where it was refused, somebody outside of it where it was granted. The decision stands until the town leader has settled it.
     *
     *     For: grid-member (area); grid-leader (area); village-committee (area); community-secretary (area); office-member (held); hotline-clerk (town).
     */
    post: operations['Exemptions.appeal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/exemption/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Decide about an exemption
     * @description Somebody outside the rated unit who did not ask grants or refuses it.
     *
     *     For: hotline-clerk (town); community-secretary (elsewhere).
     */
    post: operations['Exemptions.decide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/exemption/settlement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Settle an appeal
     * @description A town leader who is not of the rated unit, and has not spoken in it before, decides for good.
     *
     *     For: town-leader (town).
     */
    post: operations['Exemptions.settle'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/exemption/words': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what speaks for an exemption
     * @description What was said for it, and in an appeal; `null`: nothing, or it is erased. Each reading is on record.
     *
     *     For: grid-leader (area); village-committee (area); community-secretary (area, elsewhere); town-leader (area); hotline-clerk (town); grid-member (area); office-member (held); auditor (town).
     */
    get: operations['Exemptions.words'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/letter': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the closing letter
     * @description What was asked, who answered when, and what was said of it, in both languages; for whoever asked, the desk, and those who lead. Each reading is on record.
     *
     *     For: resident (own); grid-leader (area); village-committee (area); community-secretary (area); town-leader (area); hotline-clerk (town); auditor (town).
     */
    get: operations['CaseFeedback.letter'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/merge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Merge a case into another
     * @description Two reports were one thing: `into` answers for both, by the earlier deadline, and everybody who asked is answered. The same as closing it as a duplicate.
     *
     *     For: hotline-clerk (town).
     */
    post: operations['Changes.merge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/photos/{photoId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * See a photo
     * @description A photo of this case as a JPEG. A resident sees their own. Each reading is on record with its purpose (`answering` where none is given).
     *
     *     For: grid-leader (told, held, helps); village-committee (told, held, helps); community-secretary (told, arbiter, unplaced, held, helps); town-leader (told, arbiter, unplaced, held, helps); grid-member (held, helps); office-member (held, helps); hotline-clerk (town); verifier (to-verify); resident (own); helper (helps).
     */
    get: operations['Additions.photo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/rating-words': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what was said beside a rating
     * @description All that was written beside the ratings of the case, cycle by cycle, and the last of it as `words`; `null`: there is none, or it is erased. Each reading is on record with its purpose.
     *
     *     For: resident (own); grid-leader (area); village-committee (area); community-secretary (area); town-leader (area); hotline-clerk (town).
     */
    get: operations['CaseFeedback.words'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/ratings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Rate a case
     * @description Whoever asked says whether it was solved; the desk takes it down after a call that reached them. Not content: it is done again, and at last the community secretary decides. Content: the case is concluded, with a letter.
     *
     *     For: resident (own); hotline-clerk (town).
     */
    post: operations['CaseFeedback.rate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/reclassify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Correct a case
     * @description Corrects menu item, urgency, place or who asked, with a reason; the order and the deadlines follow.
     *
     *     For: hotline-clerk (town).
     */
    post: operations['Cases.reclassify'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/reopen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reopen a case
     * @description Begins the next cycle of a case. Whoever asked, or the desk for them, asks again within the days that the town gives (15 where it says nothing); the desk also takes up what was closed, declined or noted as withdrawn by mistake. What was judged of the cycles before stands.
     *
     *     For: hotline-clerk (town); resident (own).
     */
    post: operations['Changes.reopen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/split': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Split a case
     * @description One report was two things: makes a case of one of them, with the same person, the same start and a number and a query code of its own. It is answered with; the whole goes on.
     *
     *     For: hotline-clerk (town).
     */
    post: operations['Changes.split'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/unmerge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Undo a merge
     * @description Two that were merged are two things after all: the one that was merged goes on by itself, with the deadlines that it always had.
     *
     *     For: hotline-clerk (town).
     */
    post: operations['Changes.unmerge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Withdraw a case
     * @description Ends a case by the resident's own word: theirs, or what they said to the desk.
     *
     *     For: hotline-clerk (town); resident (own); integrator (town).
     */
    post: operations['Cases.withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/words': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what a resident said
     * @description What was said, where it is and how to reach whoever asked; `null` for what was not given or is erased. Each reading is on record with its purpose.
     *
     *     For: grid-leader (told); village-committee (told); community-secretary (told, arbiter, unplaced); town-leader (told, arbiter, unplaced); hotline-clerk (town); verifier (to-verify).
     */
    get: operations['Cases.words'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/alike': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Find likely doubles
     * @description For whoever is about to register something: open cases of the same menu item that were reported within `days` (default: 14) and lie in the micro-grid `grid`, or within 150 m of `lat` and `lon` where both are about a public place; the nearest first, ten at most, of those that the reader may find. `because` says why each may be the same. Without a place none is.
     *
     *     For: grid-leader (area, helps); village-committee (area, helps); community-secretary (area, helps); town-leader (area, helps); hotline-clerk (town); auditor (town); operator (town); integrator (town); mediator (area); verifier (area); grid-member (area, held, helps); office-member (held, helps); helper (helps).
     */
    get: operations['Alike.find'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what was sent
     * @description Each message to one account by one channel, newest first: what it told (`items`; `count` says how many where there are more), where it went (masked), attempts, and what became of it. `waiting`: it is tried at `nextAt`; `failed`: it is tried no more; `not-needed`: all that was new in it had been read, done or handed on before it was sent. Everybody sees their own; operators and auditors of the whole town see all, and may name an `account`.
     *
     *     For: hotline-clerk (own); grid-member (own); grid-leader (own); village-committee (own); community-secretary (own); town-leader (own); office-member (own); mediator (own); verifier (own); helper (own); auditor (own, town); operator (own, town).
     */
    get: operations['Deliveries.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/deliveries/mail-server': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Ask whether the mail server answers
     * @description Connects to the mail server of the town and signs in; nothing is sent. Without one (`mail-not-configured`) there is nothing to mend, so `ok` is true. A mail server that is away makes no town unready: messages wait.
     *
     *     For: operator (town).
     */
    get: operations['Deliveries.mailServer'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/demo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How far the filling is
     * @description The share that is done, from 0 to 1, and what was made of it.
     *
     *     For: operator (town).
     */
    get: operations['Demo.read'];
    put?: never;
    /**
     * Fill an empty town
     * @description Begins to fill a town that holds no case with a made-up month; how far it is says the same address.
     *
     *     For: operator (town).
     */
    post: operations['Demo.begin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/dispute-access': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Come to one’s own dispute
     * @description A token for one side of this dispute alone, good for an hour, by its number and the party’s code. After ten wrong codes nothing is tried for a while.
     */
    post: operations['DisputeAccess.open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List disputes
     * @description Those of one’s area, or that one mediates; the newest last. Nothing that a party said.
     *
     *     For: grid-leader (area); village-committee (area); community-secretary (area); town-leader (area); hotline-clerk (town); auditor (town); operator (town); mediator (area, held); verifier (area).
     */
    get: operations['Disputes.list'];
    put?: never;
    /**
     * Open a dispute
     * @description A quarrel of two or more parties comes before the mediation committee, from a case, by somebody who walks in, or by a party. Whoever of the roster has least to do mediates; a file is mediated by the mediator who brings it. `codes`: what a resident who opens their own comes back with; the other parties are given theirs by whoever mediates.
     *
     *     For: resident (own); hotline-clerk (town); mediator (area); grid-member (area); grid-leader (area); village-committee (area); community-secretary (area).
     */
    post: operations['Disputes.open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a dispute
     * @description How it stands: parties by their ids, consent, sessions, terms and deadlines. What was said is in its file.
     *
     *     For: grid-leader (area); village-committee (area); community-secretary (area); town-leader (area); hotline-clerk (town); auditor (town); operator (town); mediator (area, held); resident (own).
     */
    get: operations['Disputes.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/agreement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Draft or record an agreement
     * @description Who does what by when. A written one has effect when parties and mediator have signed and the committee has sealed it; an oral one is recorded when every party agreed.
     *
     *     For: mediator (held).
     */
    post: operations['Agreements.draft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/agreement.pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Print an agreement
     * @description A PDF to be signed by parties, mediator and committee, with a place for its seal.
     *
     *     For: mediator (held); resident (own).
     */
    get: operations['Files.printAgreement'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/call-backs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Record a call-back
     * @description Whether a party says that it holds.
     *
     *     For: mediator (held).
     */
    post: operations['Disputes.callBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/caucus-notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what parties said alone
     * @description For the mediator who noted it, and for nobody else.
     *
     *     For: mediator (held).
     */
    get: operations['Files.caucus'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/challenge-decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Decide a challenge
     * @description Upheld, somebody else mediates from now on.
     *
     *     For: village-committee (area); community-secretary (area).
     */
    post: operations['Parties.decideChallenge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/challenges': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Challenge the mediator
     * @description A party does not want this mediator; the committee decides.
     *
     *     For: resident (own); mediator (held).
     */
    post: operations['Parties.challenge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/colour': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Judge the risk anew
     * @description Its deadlines are those of the new colour, from when they began.
     *
     *     For: mediator (held); village-committee (area); community-secretary (area).
     */
    post: operations['Disputes.recolour'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/confirmation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for court confirmation
     * @description All parties together, within 30 days of when the agreement had effect.
     *
     *     For: mediator (held).
     */
    post: operations['Agreements.seek'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/confirmation-decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Record what the court said
     * @description Once.
     *
     *     For: mediator (held).
     */
    post: operations['Agreements.decide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/court-advice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tell of the court
     * @description A term is overdue, and whoever it was promised to was told that a court may help.
     *
     *     For: mediator (held).
     */
    post: operations['Agreements.advise'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/danger-acknowledgements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take up a danger
     * @description Whoever leads the area has seen to it.
     *
     *     For: community-secretary (area); town-leader (area).
     */
    post: operations['Disputes.acknowledgeDanger'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/dangers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what was reported of dangers
     * @description For whoever has to take it up, and for the mediator.
     *
     *     For: community-secretary (area); town-leader (area); mediator (held).
     */
    get: operations['Files.dangers'];
    put?: never;
    /**
     * Report a danger
     * @description It may turn into harm: the community secretary is told at once.
     *
     *     For: hotline-clerk (town); mediator (area, held); grid-member (area); grid-leader (area); village-committee (area).
     */
    post: operations['Disputes.reportDanger'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End a dispute
     * @description No agreement, one that is not kept, withdrawn, passed on, or joined to another. Parties who did not agree are told what else is open to them.
     *
     *     For: mediator (held).
     */
    post: operations['Disputes.end'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/extension': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Go on for longer
     * @description With the consent of all parties, for at most 30 days from now.
     *
     *     For: mediator (held).
     */
    post: operations['Agreements.extend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the file of a dispute
     * @description What was said, for whoever mediates it and for each party: of the others a party reads what was said for all. Each reading is on record.
     *
     *     For: mediator (held); resident (own).
     */
    get: operations['Files.file'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/file.pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Print the file of a dispute
     * @description A PDF of what the reader may read of it, in the language that is asked for: application, registration, statements, minutes, agreement, performance, call-backs.
     *
     *     For: mediator (held); resident (own).
     */
    get: operations['Files.printFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/mediator': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Assign a mediator
     * @description The committee names somebody of the roster, or leaves it to who has least to do.
     *
     *     For: village-committee (area); community-secretary (area).
     */
    post: operations['Parties.assign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/parties': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Add a party
     * @description Somebody else is a party to the quarrel, and is asked as well.
     *
     *     For: mediator (held).
     */
    post: operations['Parties.join'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/parties/{party}/caucus-notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Note what a party said alone
     * @description What a party tells the mediator alone. Nobody but this mediator ever reads it.
     *
     *     For: mediator (held).
     */
    post: operations['Parties.caucus'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/parties/{party}/code': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the code of a party
     * @description For whoever mediates, to be handed to that party: with it and the number of the dispute the party comes to its own side. Each reading is on record.
     *
     *     For: mediator (held).
     */
    get: operations['Files.code'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/parties/{party}/consent': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * State consent
     * @description A party says whether they want mediation; the mediator may take it down for them. Whoever refuses ends it, and nothing follows from that for them.
     *
     *     For: resident (own); mediator (held).
     */
    post: operations['Parties.consent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/parties/{party}/relations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that a mediator is near to a party
     * @description Whoever is kin to a party, or near to one in another way, is not given the dispute.
     *
     *     For: resident (own); mediator (area, held); village-committee (area); community-secretary (area).
     */
    post: operations['Parties.relate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/parties/{party}/representatives': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Name a representative
     * @description Somebody stands in for a party. Only with a special authority may they sign for it.
     *
     *     For: resident (own); mediator (held).
     */
    post: operations['Parties.represent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/parties/{party}/statements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a statement
     * @description What a party says of the quarrel: for the mediator alone, or for all parties.
     *
     *     For: resident (own); mediator (held).
     */
    post: operations['Parties.state'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/performance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Record that a term was performed
     * @description By the party to whom it was owed, or the mediator. With the last term the dispute is over.
     *
     *     For: resident (own); mediator (held).
     */
    post: operations['Agreements.perform'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/proposals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Propose a settlement
     * @description Every party reads it.
     *
     *     For: resident (own); mediator (held).
     */
    post: operations['Sessions.propose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/reopening': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reopen a dispute
     * @description Everybody is asked anew.
     *
     *     For: mediator (held); village-committee (area); community-secretary (area).
     */
    post: operations['Disputes.reopen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Plan a session
     * @description When and where people meet, for the first time or at another time than was said. Neither the mediator nor the place is booked twice.
     *
     *     For: mediator (held).
     */
    post: operations['Sessions.plan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/sessions/{session}/call-off': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Call a session off
     * @description It is not held.
     *
     *     For: mediator (held).
     */
    post: operations['Sessions.callOff'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/sessions/{session}/minutes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Record a session
     * @description Who was there, and what was said.
     *
     *     For: mediator (held).
     */
    post: operations['Sessions.hold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/sessions/{session}/time': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Plan a session
     * @description When and where people meet, for the first time or at another time than was said. Neither the mediator nor the place is booked twice.
     *
     *     For: mediator (held).
     */
    post: operations['Sessions.move'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{dispute}/signatures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign an agreement
     * @description A party for itself, or as the mediator saw it sign on paper; the mediator; the committee with its seal. The last one gives it effect.
     *
     *     For: resident (own); mediator (held); village-committee (area); community-secretary (area).
     */
    post: operations['Agreements.sign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/disputes/{number}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the history of a dispute or a promise
     * @description Everything that happened to a dispute, or to a promise of an interview day, by its number or its id, as it is known now or was known at a moment (`asOf`), in sentences of the language of Accept-Language. Parties are not named, and nothing that they said is in it.
     *
     *     For: grid-leader (area); village-committee (area); community-secretary (area); town-leader (area); hotline-clerk (town); auditor (town); operator (town); mediator (area, held); verifier (area).
     */
    get: operations['Disputes.timeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/early-warnings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Warn early
     * @description In one’s own area, at most twenty of each kind: what comes again at one place or by one person (three times in 30 days), what rises over a week beside the eight before it, what bursts within a day, and open cases that are likely to miss their deadline, by how often their like did.
     *
     *     For: grid-leader (area); village-committee (area); community-secretary (area); town-leader (area); hotline-clerk (town); auditor (town); operator (town).
     */
    get: operations['Warnings.warn'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/erasures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List erasures
     * @description Who erased, when, why and by which case: the newest first. Whom is not in it.
     *
     *     For: auditor (town); operator (town).
     */
    get: operations['Erasures.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/escalations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what is late
     * @description Whom a missed deadline waits for, in one's own area: told, not taken back, and nobody has answered. With them the warnings that one was given oneself, or that were given to whom one asks for (`to`). What is due first comes first. Disputes and promises are among them (`of`): of these `caseId` is their own id, and they have no menu item, urgency or state.
     *
     *     For: grid-leader (area); village-committee (area); community-secretary (area, unplaced); town-leader (area, unplaced); hotline-clerk (town); auditor (town); operator (town); mediator (area); grid-member (held); office-member (held).
     */
    get: operations['Escalations.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/escalations/{caseId}/acknowledge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Acknowledge an escalation
     * @description Whoever a lateness was escalated to says what they do about it, which ends the clock by which they had to answer. The case is named by its id or its number. A decision about the order (who answers, whom to call in) acknowledges by itself.
     *
     *     For: community-secretary (told-late, unplaced); town-leader (told-late, unplaced).
     */
    post: operations['Escalations.acknowledge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/exemptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List exemptions
     * @description Those that stand so; without `state` those that wait for a decision. Whoever answers for a part of the town sees that part, a secretary those of other communities, too, about which they decide, and a member of an office those of their offices.
     *
     *     For: grid-leader (area); village-committee (area); community-secretary (area, elsewhere); town-leader (area); hotline-clerk (town); grid-member (area); office-member (held); auditor (town); operator (town).
     */
    get: operations['Exemptions.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/grids': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The map of micro-grids
     * @description The micro-grids whose borders are in force, as a FeatureCollection of GeoJSON (RFC 7946) in WGS 84, to a tenth of a metre; for everybody to see. An area around that has no name of its own is `null`. May be kept for an hour; `If-None-Match` is answered with 304 where nothing has changed.
     */
    get: operations['Grids.show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/imports/{batch}/rows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Import rows of a file
     * @description Files up to 1,000 rows. A row is the same case however often it comes. Each row is answered by itself, in the order in which they were sent: a row that is rejected, or has not the form of one, stops none of the others. A rejection says which of the rows sent it is (`line`, from 1), which `field` is to blame and what stands there (`value`, masked where it may be somebody’s).
     *
     *     For: operator (town).
     */
    post: operations['Imports.rows'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/imports/summary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sum up an import
     * @description What became of the cases of an import: who would answer, and whether our verdicts are those of their source. Ask again while some are `pending`. Changes nothing, so it needs no Idempotency-Key.
     *
     *     For: operator (town).
     */
    post: operations['Imports.summary'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/inbox': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what waits for you
     * @description What waits for whoever asks, for their account or for their role where they answer, by when it is due; what has no deadline comes last. Leaders, auditors and operators see that of another account (`account`) in their area. What was done, or is somebody else’s by now, is not in it. `kind`: `decide` stays until it is done, `inform` until it was put away.
     *
     *     For: hotline-clerk (own); grid-member (own); grid-leader (own, area); village-committee (own, area); community-secretary (own, area); town-leader (own, area); office-member (own); mediator (own); verifier (own); helper (own); auditor (own, town); operator (own, town).
     */
    get: operations['Inbox.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/inbox/{id}/done': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Put away
     * @description Whoever it waits for puts it away, for themselves alone. What has to be decided (`kind` is `decide`) stays until it is done.
     *
     *     For: hotline-clerk (own); grid-member (own); grid-leader (own); village-committee (own); community-secretary (own); town-leader (own); office-member (own); mediator (own); verifier (own); helper (own); auditor (own); operator (own).
     */
    post: operations['Inbox.done'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/inbox/{id}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Mark as read
     * @description Whoever it waits for has read it; for themselves alone. Once more changes nothing.
     *
     *     For: hotline-clerk (own); grid-member (own); grid-leader (own); village-committee (own); community-secretary (own); town-leader (own); office-member (own); mediator (own); verifier (own); helper (own); auditor (own); operator (own).
     */
    post: operations['Inbox.read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/inbox/preferences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read how you are told
     * @description Hours and days of notices by the clocks of the town, language and addresses of whoever asks. `to` is an hour of the next day where it is not later than `from`. A webhook `isDisabled` once its receiver has answered 410; it is switched on again by stating it anew.
     *
     *     For: hotline-clerk (own); grid-member (own); grid-leader (own); village-committee (own); community-secretary (own); town-leader (own); office-member (own); mediator (own); verifier (own); helper (own); auditor (own); operator (own).
     */
    get: operations['Preferences.read'];
    /**
     * State how you want to be told
     * @description All of it, each time; `email` and `webhook` are `null` where nothing is to be sent. `days` are weekdays, or `working`: the days on which the first calendar of the town works, without its holidays and with its make-up days. What can wait is sent while the hours are open, or at the hours of `digestAt` in one message; what comes outside waits for their beginning. Missed deadlines and emergencies are sent at once, whatever the hours. Deadlines themselves never move. A new webhook has a `secret` (`whsec_…`) by which its receiver verifies what comes: it is shown in this answer alone; `newSecret` makes another one. `If-Match` takes the `ETag` of what was read.
     *
     *     For: hotline-clerk (own); grid-member (own); grid-leader (own); village-committee (own); community-secretary (own); town-leader (own); office-member (own); mediator (own); verifier (own); helper (own); auditor (own); operator (own).
     */
    put: operations['Preferences.state'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/inbox/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Follow what waits for you
     * @description Server-sent events: `item` (it waits from now on, or has changed), `gone` (it waits no more), `read`; first `ready`. Each has the id to go on from (`Last-Event-ID`); `reset` says that too much has happened since, and the list has to be read again. It ends when the account is disabled or signed out. At most 5 of one account.
     *
     *     For: hotline-clerk (own); grid-member (own); grid-leader (own); village-committee (own); community-secretary (own); town-leader (own); office-member (own); mediator (own); verifier (own); helper (own); auditor (own); operator (own).
     */
    get: operations['Inbox.stream'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interview-bookings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List one’s own bookings
     * @description With what became of them, and what was promised. The owners of promises are not named.
     *
     *     For: resident (own); hotline-clerk (town).
     */
    get: operations['Bookings.listOwn'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interview-bookings/to-tell': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List whom to tell
     * @description Whoever had booked a day that was called off, and has not been told yet what follows.
     *
     *     For: community-secretary (held); town-leader (held); hotline-clerk (town).
     */
    get: operations['Interviews.listToTell'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interview-days': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List interview days
     * @description For everybody, without signing in: where and when, and how many can still book.
     */
    get: operations['Days.list'];
    put?: never;
    /**
     * Publish an interview day
     * @description For a secretary or town leader, or by the desk for them: place and slots, each with how many can book it.
     *
     *     For: community-secretary (area); town-leader (area); hotline-clerk (town).
     */
    post: operations['Days.publish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interview-days/{day}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an interview day
     * @description For everybody, without signing in.
     */
    get: operations['Days.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interview-days/{day}/bookings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List who comes
     * @description First who waits, by their number, then who is expected; for whoever holds the day, and the desk. Names are in each visitor’s file.
     *
     *     For: community-secretary (held); town-leader (held); hotline-clerk (town).
     */
    get: operations['Interviews.list'];
    put?: never;
    /**
     * Book a slot
     * @description By a resident for themselves, with an account or with number and code of a case, or by the desk for a caller. Nobody has two bookings of one day.
     *
     *     For: resident (own); hotline-clerk (town).
     */
    post: operations['Bookings.book'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interview-days/{day}/bookings/{booking}/cancellation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel a booking
     * @description Before the slot begins; the place is free again.
     *
     *     For: resident (own); hotline-clerk (town).
     */
    post: operations['Bookings.cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interview-days/{day}/bookings/{booking}/cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Name cases of a visit
     * @description So that they are at hand when the visitor is seen.
     *
     *     For: community-secretary (held); town-leader (held); hotline-clerk (town).
     */
    post: operations['Interviews.nameCases'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interview-days/{day}/bookings/{booking}/check-in': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Check a visitor in
     * @description They are here, and have the next number of the queue.
     *
     *     For: community-secretary (held); town-leader (held); hotline-clerk (town).
     */
    post: operations['Interviews.checkIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interview-days/{day}/bookings/{booking}/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what is at hand for an interview
     * @description Who comes and what about, the cases they named, and what the town has promised them before. Each reading is on record.
     *
     *     For: community-secretary (held); town-leader (held); hotline-clerk (town).
     */
    get: operations['Interviews.file'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interview-days/{day}/bookings/{booking}/outcome': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Record how an interview ended
     * @description By whoever holds the day: a decision, a promise, advice, or nobody was there. Each promise has an owner and a date, and is a deadline from then on.
     *
     *     For: community-secretary (held); town-leader (held).
     */
    post: operations['Interviews.end'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interview-days/{day}/bookings/{booking}/slot': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Choose another slot
     * @description On the same day, where there is room.
     *
     *     For: resident (own); hotline-clerk (town).
     */
    post: operations['Bookings.move'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interview-days/{day}/bookings/{booking}/told': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Record that somebody was told
     * @description They know that their day was called off, and what follows.
     *
     *     For: community-secretary (held); town-leader (held); hotline-clerk (town).
     */
    post: operations['Interviews.tell'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interview-days/{day}/calling-off': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Call an interview day off
     * @description Whoever had booked goes to the day that is named, where there is room, the earliest first; the desk sees whom to tell.
     *
     *     For: community-secretary (area); town-leader (area); hotline-clerk (town).
     */
    post: operations['Days.callOff'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interview-days/{day}/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Publish an interview day again
     * @description Another place or other slots. A slot is known by when it begins; one that somebody has booked stays, with room for them all.
     *
     *     For: community-secretary (area); town-leader (area); hotline-clerk (town).
     */
    post: operations['Days.change'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interview-days/{day}/walk-ins': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive a visitor without a booking
     * @description They have the next number of the queue.
     *
     *     For: community-secretary (held); town-leader (held); hotline-clerk (town).
     */
    post: operations['Interviews.walkIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/load': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Load and lateness by place and by day
     * @description Counts of the cases that the reader may find, in an `area` (default: the whole town). `by=area`: the areas next below it, `grid`: micro-grids, `net`: nets; of each how many are `open` now, of these `late` (a deadline was missed) and `escalated` (somebody above was told and has not answered), and how many were `closed` in the period. `id` is `null` where nobody knows the place yet. `by=day`: of each day of the town on which anything happened how many were `opened`, `closed`, and missed their first deadline (`late`). The period is days of the town, both included, 400 at most; default: the last thirty.
     *
     *     For: grid-leader (area, helps); village-committee (area, helps); community-secretary (area, helps); town-leader (area, helps); hotline-clerk (town); auditor (town); operator (town); integrator (town); mediator (area); verifier (area); grid-member (area, held, helps); office-member (held, helps); helper (helps).
     */
    get: operations['Load.count'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/mediation-calendar': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the calendar of sessions
     * @description A mediator’s own, or of an area for those who lead it.
     *
     *     For: mediator (area, held); grid-leader (area); village-committee (area); community-secretary (area); town-leader (area).
     */
    get: operations['Calendar.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/menu': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The menu of the town
     * @description Everything that can be asked of this town, in one page; for everybody to see.
     */
    get: operations['Menu.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/monthly-topics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List topics of a month
     * @description The kinds of demand of a month that are worth more than one answer each: how many, how many were late or came again, and where; the weightiest first.
     *
     *     For: grid-leader (area); village-committee (area); community-secretary (area); town-leader (area); hotline-clerk (town); auditor (town); operator (town).
     */
    get: operations['Warnings.topics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/my-case': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * See one’s own case
     * @description For whoever asked, with an account and `caseId` or with the token that the code of the case gives: where it is in plain words, which duty has it, by when it is promised, what was answered, and what they said and added. Nobody else’s words, and no people. `words` is `null` where it was erased.
     *
     *     For: resident (own).
     */
    get: operations['MyCase.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/orders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List orders
     * @description What is offered to the one who asks or taken by them; for a secretary what waits for a decision; for whoever leads, their own area. With `state`: those of one state.
     *
     *     For: grid-leader (area, held, had, helps); village-committee (area, held, had, helps); community-secretary (area, held, had, helps); town-leader (area, held, had, helps); hotline-clerk (town); auditor (town); operator (town); verifier (area); grid-member (held, had, helps); office-member (held, had, helps); helper (helps).
     */
    get: operations['Orders.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/orders/{caseId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an order
     * @description Where the order of a case stands and in whose hands it is, by the id or the number of the case. `finishNeeds`: what must come with a finish. `notTaken`: whose turn passed in this cycle without their taking it in time.
     *
     *     For: grid-leader (area, held, had, helps); village-committee (area, held, had, helps); community-secretary (area, held, had, helps); town-leader (area, held, had, helps); hotline-clerk (town); auditor (town); operator (town); verifier (area); grid-member (held, had, helps); office-member (held, had, helps); helper (helps).
     */
    get: operations['Orders.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/orders/{caseId}/arbitrate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Decide who answers
     * @description The arbiter decides who answers; whoever was told of a lateness gives it to somebody else. Without `member`: whoever is on duty in that micro-grid.
     *
     *     For: grid-leader (told-late); village-committee (told-late); community-secretary (told-late, arbiter); town-leader (told-late, arbiter).
     */
    post: operations['Orders.arbitrate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/orders/{caseId}/contact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that whoever asked was contacted
     * @description Whoever has taken it got in touch, and how; `nobody-there` is an attempt. `at`: when, by the clock of the device.
     *
     *     For: grid-member (held); office-member (held); grid-leader (held); village-committee (held); community-secretary (held); town-leader (held).
     */
    post: operations['Handling.contact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/orders/{caseId}/finish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Finish an order
     * @description Whoever has taken it says that it is done, and how. `words` and photos show it, and some menu items demand them (`finishNeeds` of the order; after a refusal, or in the next cycle, a new photo); `at`: when, by the clock of the device. Whoever asked is heard afterwards, when it is verified and called back.
     *
     *     For: grid-member (held); office-member (held); grid-leader (held); village-committee (held); community-secretary (held); town-leader (held).
     */
    post: operations['Handling.finish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/orders/{caseId}/hand-over': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Hand an order over to another unit
     * @description Whoever has it, or a community secretary or town leader who was told that it is late, gives it to a micro-grid, the leaders of an area, or an office (`office:` and its id); who is on duty there is asked.
     *
     *     For: grid-member (held); office-member (held); grid-leader (held); village-committee (held); community-secretary (held, told-late); town-leader (held, told-late).
     */
    post: operations['Handling.handOver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/orders/{caseId}/helpers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Call in somebody to help
     * @description Whoever has taken it, or may give it to somebody else, calls in a unit: a micro-grid, the leaders of an area, an office (`office:` and its id) or the helpers of an area (`helpers:` and its path). Who is on duty there is asked; the holder stays responsible, and does not finish before them. `task`: what they are to do.
     *
     *     For: grid-member (held); office-member (held); grid-leader (held, told-late); village-committee (held, told-late); community-secretary (held, told-late, arbiter); town-leader (held, told-late, arbiter).
     */
    post: operations['Helpers.callIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/orders/{caseId}/helpers/{call}/finish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that one’s help is finished
     * @description Whoever has come, or is on duty in that unit, has done its part. `at`: when, by the clock of the device.
     *
     *     For: grid-member (helps); office-member (helps); grid-leader (helps); village-committee (helps); community-secretary (helps); town-leader (helps); helper (helps).
     */
    post: operations['Helpers.finish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/orders/{caseId}/helpers/{call}/join': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that one has come to help
     * @description Whoever was called in, or is on duty in that unit, has come. `call`: the number of the call, from 1, in the answer of the order. `at`: when, by the clock of the device.
     *
     *     For: grid-member (helps); office-member (helps); grid-leader (helps); village-committee (helps); community-secretary (helps); town-leader (helps); helper (helps).
     */
    post: operations['Helpers.join'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/orders/{caseId}/helpers/{call}/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Wait for a helper no more
     * @description The holder releases who has not come yet (`not-needed`); who may decide about the order, or was told that this help is late, also whoever has come (`overruled`).
     *
     *     For: grid-member (held); office-member (held); grid-leader (held, told-late); village-committee (held, told-late); community-secretary (held, told-late, arbiter); town-leader (held, told-late, arbiter).
     */
    post: operations['Helpers.release'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/orders/{caseId}/legs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who had an order, and from when until when
     * @description Each leg of each cycle: its holder, from when until when (`null`: it goes on), how long it was paused while a verifier had it who refused, and how long it was worked by the calendar of the menu item, without pauses (both in milliseconds; `worked` is `null` where the town has no such calendar). The legs and the time nobody had it (`unheld`) are the whole of the cycle. Helpers have legs beside.
     *
     *     For: grid-leader (area, held, had, helps); village-committee (area, held, had, helps); community-secretary (area, held, had, helps); town-leader (area, held, had, helps); hotline-clerk (town); auditor (town); operator (town); verifier (area); grid-member (held, had, helps); office-member (held, had, helps); helper (helps).
     */
    get: operations['History.legs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/orders/{caseId}/progress': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Report progress
     * @description Whoever has taken it says how it stands. A report counts that has words or photos; the same words for the third time running do not.
     *
     *     For: grid-member (held); office-member (held); grid-leader (held); village-committee (held); community-secretary (held); town-leader (held).
     */
    post: operations['Handling.report'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/orders/{caseId}/reports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what was reported of the work
     * @description What its holders said of how it stands and of the finish, verifiers of what they found, and whoever called in helpers of what they are to do, oldest first, for those who may read the words of the order. `words` is `null` where none were said or they are erased; photos are shown by `/api/v1/cases/{caseId}/photos/{photoId}`. Each reading is on record with its purpose.
     *
     *     For: grid-leader (told, held, helps); village-committee (told, held, helps); community-secretary (told, arbiter, unplaced, held, helps); town-leader (told, arbiter, unplaced, held, helps); grid-member (held, helps); office-member (held, helps); verifier (to-verify); helper (helps).
     */
    get: operations['History.reports'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/orders/{caseId}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give an order back
     * @description With a reason. The first time somebody else is asked; the second time the arbiter decides; what they decided cannot be given back.
     *
     *     For: grid-member (held); office-member (held); grid-leader (held); village-committee (held); community-secretary (held); town-leader (held).
     */
    post: operations['Orders.giveBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/orders/{caseId}/take': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take an order
     * @description Whoever it was offered to answers for it from now on. An emergency is offered to all on duty there: the first has it, and the others are told whose duty that is (`taken-by-other`). `at`: when, by the clock of the device, at most 72 hours ago.
     *
     *     For: grid-member (held); office-member (held); grid-leader (held); village-committee (held); community-secretary (held); town-leader (held).
     */
    post: operations['Handling.take'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/orders/{caseId}/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say whether the work is done
     * @description Somebody who had no hand in it confirms, or refuses with a reason; refused, it goes on in the hands of its holder.
     *
     *     For: grid-leader (to-verify); village-committee (to-verify); community-secretary (to-verify); hotline-clerk (to-verify); verifier (to-verify).
     */
    post: operations['Handling.verify'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/orders/{caseId}/words': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what a resident said, for an order
     * @description What was said, where it is and how to reach whoever asked; `null` for what was not given or is erased. Each reading is on record with its purpose.
     *
     *     For: grid-leader (told, held, helps); village-committee (told, held, helps); community-secretary (told, arbiter, unplaced, held, helps); town-leader (told, arbiter, unplaced, held, helps); grid-member (held, helps); office-member (held, helps); verifier (to-verify); helper (helps).
     */
    get: operations['Orders.words'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/photos': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a photo
     * @description Takes a JPEG, PNG or WebP of at most 8 MiB, writes it anew as a JPEG without location, time or any other metadata, and keeps it in the vault. Its id is named when something is added to a case, reported or finished; what nothing refers to is removed after a day. Staff name the case; a resident may leave it out.
     *
     *     For: grid-leader (told, held, helps); village-committee (told, held, helps); community-secretary (told, arbiter, unplaced, held, helps); town-leader (told, arbiter, unplaced, held, helps); grid-member (held, helps); office-member (held, helps); hotline-clerk (town); verifier (to-verify); resident (own); helper (helps).
     */
    post: operations['Additions.keep'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/promises': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List promises
     * @description Those of one’s area, or that one keeps oneself.
     *
     *     For: grid-leader (area, held); village-committee (area, held); community-secretary (area, held); town-leader (area, held); hotline-clerk (town, held); auditor (town); operator (town); grid-member (held); office-member (held); mediator (held); verifier (held); helper (held).
     */
    get: operations['Promises.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/promises/{promise}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a promise
     * @description Whose it is, when it is due, and how it stands.
     *
     *     For: grid-leader (area, held); village-committee (area, held); community-secretary (area, held); town-leader (area, held); hotline-clerk (town, held); auditor (town); operator (town); grid-member (held); office-member (held); mediator (held); verifier (held); helper (held).
     */
    get: operations['Promises.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/promises/{promise}/dropping': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Declare that a promise is not kept
     * @description With the reason. Everybody sees that it is broken.
     *
     *     For: community-secretary (area, held); town-leader (area, held); hotline-clerk (held); grid-member (held); grid-leader (held); village-committee (held); office-member (held); mediator (held); verifier (held); helper (held).
     */
    post: operations['Promises.drop'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/promises/{promise}/keeping': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Keep a promise
     * @description By whoever has it, with what was done; also where it is late.
     *
     *     For: hotline-clerk (held); grid-member (held); grid-leader (held); village-committee (held); community-secretary (held); town-leader (held); office-member (held); mediator (held); verifier (held); helper (held).
     */
    post: operations['Promises.keep'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/promises/{promise}/owner': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give a promise to somebody else
     * @description Its date stays.
     *
     *     For: community-secretary (area, held); town-leader (area, held); hotline-clerk (held); grid-member (held); grid-leader (held); village-committee (held); office-member (held); mediator (held); verifier (held); helper (held).
     */
    post: operations['Promises.handOver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/promises/{promise}/words': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what was promised
     * @description In words: what was promised, and what was done, or why it is not kept. Each reading is on record.
     *
     *     For: community-secretary (area, held); town-leader (area, held); hotline-clerk (held); grid-member (held); grid-leader (held); village-committee (held); office-member (held); mediator (held); verifier (held); helper (held).
     */
    get: operations['Promises.words'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/promises/public': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List promises kept and broken
     * @description For everybody, without signing in: how each stands, and the words that were meant for everybody. Nobody is named. `totals` counts all that the same question finds, whatever their state.
     */
    get: operations['PublicPromises.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the rates of a period
     * @description By area (each with all that lies in it), office, menu item, channel or net, of cycles that ended from `from` on and before `to` (days of the town, or moments); what goes on and is late counts since it was late first. Rates are shares between 0 and 1, `null` where there is nothing to tell. Whoever answers for a part of the town sees that part, and a member of an office what their offices had, without ranks.
     *
     *     For: grid-leader (area); village-committee (area); community-secretary (area); town-leader (area); hotline-clerk (town); auditor (town); operator (town); grid-member (area); verifier (area); office-member (held).
     */
    get: operations['Rates.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rates/cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the cases behind a figure
     * @description The cycles that count in a period, newest first, with what each adds to every rate; only those that count for a `measure` (response, resolution, satisfaction, onTime), and with `missed=true` only those that lower it.
     *
     *     For: grid-leader (area); village-committee (area); community-secretary (area); town-leader (area); hotline-clerk (town); auditor (town); operator (town); grid-member (area); verifier (area); office-member (held).
     */
    get: operations['Rates.cases'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rates/report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Write the report of a month
     * @description Every area with its rates raw and adjusted, the score and by which weights, as CSV in UTF-8 with a byte order mark, in the language of the reader. What a spreadsheet would take for a formula begins with an apostrophe.
     *
     *     For: grid-leader (area); village-committee (area); community-secretary (area); town-leader (area); hotline-clerk (town); auditor (town); operator (town); grid-member (area); verifier (area); office-member (held).
     */
    get: operations['Rates.report'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rates/report.pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Print the report of a month
     * @description The figures of the CSV as a PDF on A4, in the language of the reader: raw, and after exemptions with score and rank, each with how many it is of. Below 30 cases in one of the three there is an interval instead of a rank.
     *
     *     For: grid-leader (area); village-committee (area); community-secretary (area); town-leader (area); hotline-clerk (town); auditor (town); operator (town); grid-member (area); verifier (area); office-member (held).
     */
    get: operations['Rates.print'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ratings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List ratings
     * @description The last rating of each cycle, newest first: of one case, of an area, of a span of time. A resident names a case of their own.
     *
     *     For: resident (own); grid-leader (area); village-committee (area); community-secretary (area); town-leader (area); hotline-clerk (town); auditor (town); operator (town).
     */
    get: operations['Ratings.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/readings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List who read what
     * @description Who opened what a resident had said, where it is or how to reach them, and what for; who erased a person. Newest first. What was said is not in it.
     *
     *     For: auditor (town).
     */
    get: operations['Readings.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign in
     * @description Opens a session for a browser, as a cookie that no script reads. It ends after an hour without a request, and at `until` at the latest. After several failures of an account or an address nothing is tried for a while.
     */
    post: operations['Sessions.open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who I am
     * @description The account of the session or the token that asks. `until` is when the session ends at the latest; `null` for a token, which says so itself.
     *
     *     For: resident (own); hotline-clerk (own); grid-member (own); grid-leader (own); village-committee (own); community-secretary (own); town-leader (own); office-member (own); mediator (own); verifier (own); helper (own); auditor (own); operator (own); integrator (own).
     */
    get: operations['Sessions.current'];
    put?: never;
    post?: never;
    /**
     * Sign out
     * @description Ends the session that asks, at once. A token is no session: its account has to be disabled.
     *
     *     For: resident (own); hotline-clerk (own); grid-member (own); grid-leader (own); village-committee (own); community-secretary (own); town-leader (own); office-member (own); mediator (own); verifier (own); helper (own); auditor (own); operator (own); integrator (own).
     */
    delete: operations['Sessions.close'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/set-aside': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List dead letters
     * @description Messages that could not be handled, without what they say: that is looked up where they came from.
     *
     *     For: operator (town).
     */
    get: operations['Operator.setAside'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/set-aside/{id}/drop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Drop a dead letter
     * @description Takes the message from the list for ever, unhandled.
     *
     *     For: operator (town).
     */
    post: operations['Operator.drop'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/set-aside/{id}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Try a dead letter again
     * @description Offers the message to its group again; it leaves the list when it is handled.
     *
     *     For: operator (town).
     */
    post: operations['Operator.retry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sign-ins': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The record of sign-ins
     * @description Every sign-in, failure, lock, change of a password or an account, and every use of a case’s code, newest first. No password and no address is in it: `from` is the same for the same address and says nothing else.
     *
     *     For: auditor (town); operator (town).
     */
    get: operations['Accounts.signIns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/timelines/{numberOrId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the history of a case
     * @description Everything that happened to a case, by its number or its id, as it is known now or was known at a moment (`asOf`), in sentences of the language of Accept-Language. An entry has the same `id` at every moment and in both languages: what two answers differ in is what was learned between their moments.
     *
     *     For: grid-leader (area, helps); village-committee (area, helps); community-secretary (area, unplaced, helps); town-leader (area, unplaced, helps); hotline-clerk (town); auditor (town); operator (town); integrator (town); mediator (area); verifier (area); grid-member (area, held, helps); office-member (held, helps); helper (helps).
     */
    get: operations['Timelines.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Issue a token
     * @description A signed token for an account of this role and area, which is made if there is none. Roles that answer for a part of the town must name their area.
     *
     *     For: operator (town).
     */
    post: operations['Operator.issue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/town': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The town
     * @description How the town is called, in which zone its clocks run, in which languages it speaks and how far it reaches: `bounds` are west, south, east and north in WGS 84. `map` is what a map shows under the borders, as the town’s pack names it; its `datum` is that of the pictures alone, and all other places are in WGS 84. For everybody to see; may be kept for an hour.
     */
    get: operations['Town.describe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/views/rebuild': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Rebuild views
     * @description Makes one view anew from its log, or all of them, while readers see the old rows.
     *
     *     For: operator (town).
     */
    post: operations['Operator.rebuild'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/docs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The page of this API
     * @description Shows the description of this API, and lets one try it with a token.
     */
    get: operations['Shell.docs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether the program runs
     * @description Answers as long as the program runs, whatever it waits for.
     */
    get: operations['Shell.live'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether the program can work
     * @description Says of everything that the program stands on whether it answers: a `code` that never changes, its `params`, and a `text` by Accept-Language; 503 with `waitsFor` while something does not.
     */
    get: operations['Shell.ready'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Figures for Prometheus
     * @description All figures in the text format of Prometheus.
     */
    get: operations['Shell.metrics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/openapi.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The description of this API
     * @description OpenAPI 3.1, in the language of `lang` or else of Accept-Language; English where neither says.
     */
    get: operations['Shell.openapi'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Problem: {
      /** Format: uri */
      type: string;
      title: string;
      status: number;
      detail: string;
      /** @description Says which refusal it is, and never changes; the sentence may. */
      code: string;
      instance: string;
    };
    Account: {
      account: string;
      role: components['schemas']['Role'];
      area: string;
      disabled: boolean;
      name?: string;
    };
    Acknowledged: {
      /** Format: uuid */
      caseId: string;
      /** @enum {string} */
      decision: 'noted' | 'ruled' | 'handed-over' | 'called-in' | 'interview';
    };
    Addition: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'words' | 'photo' | 'note';
      cycle: number;
      addedAt: components['schemas']['TownTime'];
      isForResident: boolean;
      words: string | null;
    };
    Archive: {
      batch: string;
      sourceId: string;
      asOf: components['schemas']['TownTime'];
      dueAt: components['schemas']['TownTime'] | null;
      closedAt: components['schemas']['TownTime'] | null;
      claim: components['schemas']['Verdict'] | null;
      flags: (
        | 'closed-before-opened'
        | 'unknown-menu-item'
        | 'no-place'
        | 'place-outside-town'
        | 'date-without-time'
        | 'implausible-time'
        | 'implausible-place'
        | 'closed-on-due-day'
        | 'masked-phone'
        | 'due-before-reported'
      )[];
      days?: ('reportedAt' | 'dueAt' | 'closedAt')[];
    };
    Area: {
      path: string;
      name: components['schemas']['Name'];
    };
    AreaAround: {
      path: string;
      name: components['schemas']['Name'];
    };
    /** @enum {string} */
    BookingState: 'booked' | 'here' | 'seen' | 'not-there' | 'cancelled' | 'passed-on';
    Case: {
      /** Format: uuid */
      caseId: string;
      number: string;
      state: components['schemas']['CaseState'];
      cycle: number;
      menuItem: string;
      net: components['schemas']['Net'];
      urgency: components['schemas']['Urgency'];
      wishedUrgency: components['schemas']['Urgency'] | null;
      /** @enum {string} */
      channel:
        'portal' | 'hotline-12345' | 'neighbours-hotline' | 'open311' | 'patrol' | 'file' | 'interview-day';
      reportedAt: components['schemas']['TownTime'];
      /** @enum {string} */
      reportedBy: 'town' | 'caller' | 'source';
      registeredAt: components['schemas']['TownTime'];
    };
    CaseAlike: {
      /** Format: uuid */
      caseId: string;
      number: string | null;
      state: components['schemas']['CaseState'];
      microGrid: string | null;
      microGridName: string | null;
      reportedAt: components['schemas']['TownTime'] | null;
      metres: number | null;
      because: ('same-micro-grid' | 'close-by')[];
    };
    CaseListed: {
      /** Format: uuid */
      caseId: string;
      town: string;
      number: string | null;
      sourceNumber: string | null;
      state: components['schemas']['CaseState'];
      menuItem: string | null;
      menuItemName: string | null;
      net: components['schemas']['Net'] | null;
      urgency: components['schemas']['Urgency'] | null;
      wishedUrgency: components['schemas']['Urgency'] | null;
      reportedBy: string | null;
      point: {
        lat: number;
        lon: number;
      } | null;
      channel: string | null;
      microGrid: string | null;
      microGridName: string | null;
      area: string | null;
      areaName: string | null;
      routed: boolean | null;
      holder: string | null;
      holderName: string | null;
      reportedAt: components['schemas']['TownTime'] | null;
      recordedAt: components['schemas']['TownTime'] | null;
      closedAt: components['schemas']['TownTime'] | null;
      archive: components['schemas']['Archive'] | null;
      days: ('reportedAt' | 'dueAt' | 'closedAt')[];
      clocks: components['schemas']['Clock'][];
    };
    /** @enum {string} */
    CaseState:
      | 'registered'
      | 'offered'
      | 'taken'
      | 'with-arbiter'
      | 'finished'
      | 'verified'
      | 'closed'
      | 'declined'
      | 'withdrawn'
      | 'merged';
    CasesFound: {
      items: components['schemas']['CaseListed'][];
      next: string | null;
      position?: number;
    };
    CaucusNotes: {
      items: {
        /** Format: uuid */
        party: string;
        text: string | null;
        notedAt: components['schemas']['TownTime'];
      }[];
    };
    Clock: {
      name: string;
      startedAt: components['schemas']['TownTime'] | null;
      due: components['schemas']['TownTime'] | null;
      /** @constant */
      isDueDay?: true;
      /** @enum {string} */
      state: 'running' | 'met' | 'breached' | 'cancelled';
      verdict: components['schemas']['Verdict'] | null;
      reportedBy?: string;
    };
    ClocksExplained: {
      /** Format: uuid */
      caseId: string;
      number: string;
      asOf: components['schemas']['TownTime'];
      clocks: components['schemas']['ExplainedClock'][];
    };
    ClosingLetter: {
      number: string;
      cycle: number;
      letter: {
        en: string;
        zh: string;
      };
    };
    CountedInterval: {
      from: components['schemas']['TownTime'];
      to: components['schemas']['TownTime'];
      counts: boolean;
      /** @enum {string} */
      why:
        | 'working-hours'
        | 'around-the-clock'
        | 'working-day'
        | 'calendar-day'
        | 'make-up-day'
        | 'part-of-day'
        | 'outside-hours'
        | 'rest-day'
        | 'holiday'
        | 'paused'
        | 'start-day'
        | 'rolled-forward'
        | 'set-moment'
        | 'rules-unknown';
      name?: string;
      text: string;
    };
    DeadLetter: {
      id: string;
      group: string;
      topic: string;
      partition: number;
      offset: number;
      subject: string;
      reason: string;
      at: components['schemas']['TownTime'];
    };
    Delivery: {
      /** Format: uuid */
      id: string;
      account: string;
      /** @enum {string} */
      channel: 'email' | 'webhook';
      /** @enum {string} */
      kind: 'urgent' | 'notice' | 'digest';
      to: string | null;
      count: number;
      items: {
        number: string | null;
        /** Format: uuid */
        caseId: string;
        /** @enum {string} */
        what:
          | 'take'
          | 'finish'
          | 'contact'
          | 'report'
          | 'help'
          | 'decide'
          | 'verify'
          | 'call-back'
          | 'conclude'
          | 'exempt'
          | 'settle-exemption'
          | 'escalation'
          | 'warning'
          | 'changed'
          | 'unhelped'
          | 'addition'
          | 'mediate'
          | 'assign'
          | 'challenge'
          | 'session'
          | 'invite'
          | 'promise'
          | 'danger';
        whatName: string;
      }[];
      at: components['schemas']['TownTime'];
      /** @enum {string} */
      state: 'waiting' | 'sent' | 'failed' | 'not-needed';
      attempts: number;
      lastAt: components['schemas']['TownTime'] | null;
      nextAt: components['schemas']['TownTime'] | null;
      because: string | null;
      becauseName: string | null;
      status: number | null;
    };
    DemoProgress: {
      /** @enum {string} */
      state: 'not-begun' | 'filling' | 'filled' | 'failed';
      share: number;
      refused: {
        code: string;
        en: string;
        zh: string;
      } | null;
      filled: {
        cases: number;
        open: number;
        late: number;
        escalated: number;
      } | null;
    };
    Dispute: {
      /** Format: uuid */
      disputeId: string;
      number: string;
      /** @enum {string} */
      kind:
        | 'neighbours'
        | 'family'
        | 'inheritance'
        | 'housing-and-land'
        | 'labour'
        | 'debt-and-contract'
        | 'consumer'
        | 'traffic'
        | 'injury'
        | 'medical'
        | 'school'
        | 'environment'
        | 'business'
        | 'other';
      /** @enum {string} */
      colour: 'red' | 'yellow' | 'green';
      area: string;
      state: components['schemas']['DisputeStage'];
      mediator: string | null;
      openedAt: components['schemas']['TownTime'];
      caseNumber: string | null;
      outcome:
        | (
            | 'agreed-and-performed'
            | 'agreed-not-performed'
            | 'no-agreement'
            | 'refused'
            | 'withdrawn'
            | 'passed-on'
            | 'joined'
          )
        | null;
      /** @enum {string} */
      door: 'case' | 'walk-in' | 'party' | 'interview-day' | 'file';
      parties: {
        /** Format: uuid */
        party: string;
        /** @enum {string} */
        role: 'applicant' | 'respondent' | 'third-party';
        isBody: boolean;
        consent: ('given' | 'refused') | null;
        representatives: ('general' | 'special')[];
      }[];
      isChallenged: boolean;
      sessions: {
        session: number;
        from: components['schemas']['TownTime'];
        until: components['schemas']['TownTime'];
        place: string;
        mediator: string;
        /** @enum {string} */
        state: 'planned' | 'called-off' | 'held';
        present: string[];
      }[];
      agreement: {
        version: number;
        /** @enum {string} */
        form: 'written' | 'oral';
        isAboutStatus: boolean;
        terms: {
          term: number;
          /** Format: uuid */
          party: string;
          /** Format: uuid */
          toParty: string;
          amount: number | null;
          dueAt: components['schemas']['TownTime'];
          performedAt: components['schemas']['TownTime'] | null;
          isInPart: boolean;
          isAdvised: boolean;
        }[];
        signatures: {
          /** @enum {string} */
          by: 'party' | 'mediator' | 'committee';
          party: string | null;
          /** @enum {string} */
          as: 'signature' | 'fingerprint' | 'seal';
          signedAt: components['schemas']['TownTime'];
        }[];
        effectAt: components['schemas']['TownTime'] | null;
        confirmationSoughtAt: components['schemas']['TownTime'] | null;
        confirmation: string | null;
      } | null;
      dangers: {
        danger: number;
        at: components['schemas']['TownTime'];
        acknowledgedAt: components['schemas']['TownTime'] | null;
      }[];
      otherWays: ('court' | 'arbitration' | 'administrative-decision' | 'police' | 'petition')[];
      endedAt: components['schemas']['TownTime'] | null;
    };
    DisputeDangers: {
      items: {
        danger: number;
        text: string | null;
        at: components['schemas']['TownTime'];
      }[];
    };
    DisputeFile: {
      number: string;
      facts: string | null;
      parties: {
        /** Format: uuid */
        party: string;
        /** @enum {string} */
        role: 'applicant' | 'respondent' | 'third-party';
        name: string | null;
        phone: string | null;
        address: string | null;
      }[];
      statements: {
        /** Format: uuid */
        party: string;
        text: string | null;
        madeAt: components['schemas']['TownTime'];
      }[];
      minutes: {
        session: number;
        text: string | null;
      }[];
      proposals: {
        proposal: number;
        from: string;
        text: string | null;
      }[];
      agreement: {
        facts: string | null;
        terms: {
          term: number;
          what: string | null;
        }[];
      } | null;
      representatives: {
        /** Format: uuid */
        party: string;
        /** @enum {string} */
        authority: 'general' | 'special';
        name: string | null;
        evidence: string | null;
      }[];
      callBacks: {
        /** Format: uuid */
        party: string;
        isKept: boolean;
        words: string | null;
        at: components['schemas']['TownTime'];
      }[];
    };
    DisputeOpened: {
      /** Format: uuid */
      disputeId: string;
      number: string;
      /** @enum {string} */
      kind:
        | 'neighbours'
        | 'family'
        | 'inheritance'
        | 'housing-and-land'
        | 'labour'
        | 'debt-and-contract'
        | 'consumer'
        | 'traffic'
        | 'injury'
        | 'medical'
        | 'school'
        | 'environment'
        | 'business'
        | 'other';
      /** @enum {string} */
      colour: 'red' | 'yellow' | 'green';
      area: string;
      state: components['schemas']['DisputeStage'];
      mediator: string | null;
      openedAt: components['schemas']['TownTime'];
      caseNumber: string | null;
      outcome:
        | (
            | 'agreed-and-performed'
            | 'agreed-not-performed'
            | 'no-agreement'
            | 'refused'
            | 'withdrawn'
            | 'passed-on'
            | 'joined'
          )
        | null;
      /** @enum {string} */
      door: 'case' | 'walk-in' | 'party' | 'interview-day' | 'file';
      parties: {
        /** Format: uuid */
        party: string;
        /** @enum {string} */
        role: 'applicant' | 'respondent' | 'third-party';
        isBody: boolean;
        consent: ('given' | 'refused') | null;
        representatives: ('general' | 'special')[];
      }[];
      isChallenged: boolean;
      sessions: {
        session: number;
        from: components['schemas']['TownTime'];
        until: components['schemas']['TownTime'];
        place: string;
        mediator: string;
        /** @enum {string} */
        state: 'planned' | 'called-off' | 'held';
        present: string[];
      }[];
      agreement: {
        version: number;
        /** @enum {string} */
        form: 'written' | 'oral';
        isAboutStatus: boolean;
        terms: {
          term: number;
          /** Format: uuid */
          party: string;
          /** Format: uuid */
          toParty: string;
          amount: number | null;
          dueAt: components['schemas']['TownTime'];
          performedAt: components['schemas']['TownTime'] | null;
          isInPart: boolean;
          isAdvised: boolean;
        }[];
        signatures: {
          /** @enum {string} */
          by: 'party' | 'mediator' | 'committee';
          party: string | null;
          /** @enum {string} */
          as: 'signature' | 'fingerprint' | 'seal';
          signedAt: components['schemas']['TownTime'];
        }[];
        effectAt: components['schemas']['TownTime'] | null;
        confirmationSoughtAt: components['schemas']['TownTime'] | null;
        confirmation: string | null;
      } | null;
      dangers: {
        danger: number;
        at: components['schemas']['TownTime'];
        acknowledgedAt: components['schemas']['TownTime'] | null;
      }[];
      otherWays: ('court' | 'arbitration' | 'administrative-decision' | 'police' | 'petition')[];
      endedAt: components['schemas']['TownTime'] | null;
      codes: {
        /** Format: uuid */
        party: string;
        code: string;
      }[];
    };
    /** @enum {string} */
    DisputeStage: 'opened' | 'asking-consent' | 'in-mediation' | 'agreed' | 'to-perform' | 'ended';
    DisputeSummary: {
      /** Format: uuid */
      disputeId: string;
      number: string;
      /** @enum {string} */
      kind:
        | 'neighbours'
        | 'family'
        | 'inheritance'
        | 'housing-and-land'
        | 'labour'
        | 'debt-and-contract'
        | 'consumer'
        | 'traffic'
        | 'injury'
        | 'medical'
        | 'school'
        | 'environment'
        | 'business'
        | 'other';
      /** @enum {string} */
      colour: 'red' | 'yellow' | 'green';
      area: string;
      state: components['schemas']['DisputeStage'];
      mediator: string | null;
      openedAt: components['schemas']['TownTime'];
      caseNumber: string | null;
      outcome:
        | (
            | 'agreed-and-performed'
            | 'agreed-not-performed'
            | 'no-agreement'
            | 'refused'
            | 'withdrawn'
            | 'passed-on'
            | 'joined'
          )
        | null;
      parties: number;
    };
    DisputeTimeline: {
      number: string | null;
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      of: 'dispute' | 'promise';
      /** @enum {string} */
      state: 'open' | 'assigned' | 'agreed' | 'ended';
      colour: ('red' | 'yellow' | 'green') | null;
      timeline: components['schemas']['TimelineEntry'][];
      clocks: {
        name: string;
        startedAt: components['schemas']['TownTime'] | null;
        due: components['schemas']['TownTime'] | null;
        /** @enum {string} */
        state: 'running' | 'met' | 'breached' | 'cancelled';
        verdict: ('met' | 'breached') | null;
      }[];
    };
    EarlyWarning: {
      /** @enum {string} */
      what: 'repeated-by-place' | 'repeated-by-person' | 'rising' | 'burst' | 'likely-late';
      area: string;
      menuItem: string | null;
      count: number;
      numbers: string[];
      chance: number | null;
      text: string;
    };
    Erasure: {
      /** Format: uuid */
      caseId: string;
      number: string;
      /** @enum {string} */
      reason: 'asked-for' | 'consent-withdrawn' | 'no-longer-needed' | 'kept-unlawfully';
      erasedAt: components['schemas']['TownTime'];
      id: string;
      by: string;
    };
    Escalation: {
      /** @enum {string} */
      of: 'case' | 'dispute' | 'promise';
      number: string | null;
      /** Format: uuid */
      caseId: string;
      to: string;
      insteadOf: string[];
      /** @enum {string} */
      level: 'warning' | 'escalation' | 'changed';
      clock: string;
      step: string;
      clocks: string[];
      dueAt: components['schemas']['TownTime'] | null;
      /** @constant */
      isDueDay?: true;
      toldAt: components['schemas']['TownTime'];
      lateBySeconds: number;
      menuItem: string | null;
      menuItemName: string | null;
      urgency: components['schemas']['Urgency'] | null;
      state: components['schemas']['CaseState'] | null;
      area: string | null;
      areaName: string | null;
      holder: string | null;
      holderName: string | null;
    };
    Exemption: {
      /** Format: uuid */
      caseId: string;
      number: string;
      cycle: number;
      area: string | null;
      office: string | null;
      /** @enum {string} */
      reason:
        | 'no-competence'
        | 'against-law-or-policy'
        | 'force-majeure'
        | 'complainant-unreachable'
        | 'duplicate'
        | 'other-owner';
      /** @enum {string} */
      state: 'asked' | 'granted' | 'refused' | 'appealed' | 'settled';
      granted: boolean | null;
      askedBy: string;
      askedAt: components['schemas']['TownTime'];
      decidedBy: string | null;
      decidedAt: components['schemas']['TownTime'] | null;
      appealedBy: string | null;
      appealedAt: components['schemas']['TownTime'] | null;
      settledBy: string | null;
      settledAt: components['schemas']['TownTime'] | null;
    };
    ExemptionWords: {
      evidence: string | null;
      appeal: string | null;
    };
    ExplainedClock: {
      name: string;
      startedAt: components['schemas']['TownTime'];
      due: components['schemas']['TownTime'];
      /** @enum {string} */
      state: 'running' | 'met' | 'breached' | 'cancelled';
      /** @enum {string} */
      because: 'started' | 'merged' | 'reclassified';
      since: components['schemas']['TownTime'];
      unit:
        | ('working-second' | 'working-minute' | 'working-hour' | 'working-day' | 'calendar-day' | 'hour')
        | null;
      amount: number | null;
      intervals: components['schemas']['CountedInterval'][];
    };
    Feedback: {
      /** Format: uuid */
      caseId: string;
      number: string;
      cycle: number;
      area: string;
      state: components['schemas']['FeedbackState'];
      since: components['schemas']['TownTime'];
      attempts: number;
      lastOutcome: ('reached' | 'no-answer' | 'wrong-number' | 'call-later' | 'refused') | null;
      nextCallFrom: components['schemas']['TownTime'] | null;
      ratingUntil: components['schemas']['TownTime'] | null;
      rating: {
        /** @enum {string} */
        response: 'responded' | 'not-responded';
        /** @enum {string} */
        resolution: 'solved' | 'partly-solved' | 'not-solved';
        /** @enum {string} */
        satisfaction:
          'very-satisfied' | 'satisfied' | 'fairly-satisfied' | 'dissatisfied' | 'very-dissatisfied';
      } | null;
      because: string | null;
    };
    /** @enum {string} */
    FeedbackState: 'due' | 'called' | 'secretary' | 'redo' | 'concluded' | 'over';
    Helper: {
      call: number;
      unit: string;
      member: string;
      state: components['schemas']['HelperState'];
    };
    HelperLeg: {
      call: number;
      holder: string;
      unit: string;
      from: components['schemas']['TownTime'];
      joinedAt: components['schemas']['TownTime'] | null;
      to: components['schemas']['TownTime'] | null;
      ended:
        | (
            | 'finished'
            | 'overruled'
            | 'not-needed'
            | 'case-over'
            | 'off-duty'
            | 'account-disabled'
            | 'nobody-on-duty'
          )
        | null;
      worked: number | null;
    };
    HelperListed: {
      call: number;
      member: string;
    };
    /** @enum {string} */
    HelperState: 'called' | 'joined' | 'finished' | 'released';
    ImportSummary: {
      routed: number;
      unrouted: number;
      agreeing: number;
      disagreeing: number;
      undecided: number;
      pending: number;
    };
    InboxItem: {
      id: string;
      number: string | null;
      /** Format: uuid */
      caseId: string;
      /** @enum {string} */
      of: 'case' | 'dispute' | 'promise';
      /** @enum {string} */
      kind: 'decide' | 'inform';
      /** @enum {string} */
      what:
        | 'take'
        | 'finish'
        | 'contact'
        | 'report'
        | 'help'
        | 'decide'
        | 'verify'
        | 'call-back'
        | 'conclude'
        | 'exempt'
        | 'settle-exemption'
        | 'escalation'
        | 'warning'
        | 'changed'
        | 'unhelped'
        | 'addition'
        | 'mediate'
        | 'assign'
        | 'challenge'
        | 'session'
        | 'invite'
        | 'promise'
        | 'danger';
      whatName: string;
      why: string;
      whyName: string;
      since: components['schemas']['TownTime'];
      until: components['schemas']['TownTime'] | null;
      area: string | null;
      isUrgent: boolean;
      read: boolean;
    };
    InboxMark: {
      id: string;
    };
    InterviewBooking: {
      /** Format: uuid */
      day: string;
      /** Format: uuid */
      booking: string;
      /** Format: date */
      date: string;
      place: string;
      slot: number | null;
      from: components['schemas']['TownTime'] | null;
      state: components['schemas']['BookingState'];
      /** @enum {string} */
      door: 'portal' | 'code' | 'desk' | 'walk-in';
      queue: number | null;
      cases: string[];
      to: {
        /** Format: uuid */
        day: string;
        slot: number;
        from: components['schemas']['TownTime'];
      } | null;
      outcome: ('decided' | 'promised' | 'advised' | 'not-there') | null;
      promises: {
        /** Format: uuid */
        promise: string;
        number: string;
        owner: string;
        dueAt: components['schemas']['TownTime'];
      }[];
    };
    InterviewDay: {
      /** Format: uuid */
      day: string;
      version: number;
      area: string;
      /** @enum {string} */
      heldBy: 'community-secretary' | 'town-leader';
      /** Format: date */
      date: string;
      place: string;
      slots: {
        slot: number;
        from: components['schemas']['TownTime'];
        until: components['schemas']['TownTime'];
        capacity: number;
        free: number;
      }[];
      isCalledOff: boolean;
      toDay: string | null;
    };
    InterviewDayOfStaff: {
      /** Format: uuid */
      day: string;
      version: number;
      area: string;
      /** @enum {string} */
      heldBy: 'community-secretary' | 'town-leader';
      /** Format: date */
      date: string;
      place: string;
      slots: {
        slot: number;
        from: components['schemas']['TownTime'];
        until: components['schemas']['TownTime'];
        capacity: number;
        free: number;
      }[];
      isCalledOff: boolean;
      toDay: string | null;
      host: string;
    };
    InterviewQueue: {
      items: components['schemas']['InterviewBooking'][];
    };
    InterviewVisitor: {
      /** Format: uuid */
      booking: string;
      name: string | null;
      phone: string | null;
      topic: string | null;
      cases: string[];
      promises: {
        /** Format: uuid */
        promiseId: string;
        number: string;
        area: string;
        state: components['schemas']['PromiseState'];
        madeAt: components['schemas']['TownTime'];
        dueAt: components['schemas']['TownTime'];
        keptAt: components['schemas']['TownTime'] | null;
        owner: string;
        /** Format: uuid */
        day: string;
        caseNumber: string | null;
        droppedAt: components['schemas']['TownTime'] | null;
        text: string | null;
      }[];
      words: string | null;
    };
    Leg: {
      leg: number;
      holder: string;
      unit: string | null;
      microGrid: string;
      because:
        | (
            | 'registered'
            | 'returned'
            | 'corrected'
            | 'decided'
            | 'reassigned'
            | 'off-duty'
            | 'account-disabled'
            | 'not-taken'
            | 'taken-in-time'
            | 'handed-over'
            | 'redo'
          )
        | null;
      from: components['schemas']['TownTime'];
      takenAt: components['schemas']['TownTime'] | null;
      to: components['schemas']['TownTime'] | null;
      ended: ('returned' | 'handed-over' | 'passed-on' | 'left-to-arbiter' | 'finished' | 'over') | null;
      paused: number;
      worked: number | null;
    };
    Legs: {
      /** Format: uuid */
      caseId: string;
      number: string;
      cycles: {
        cycle: number;
        from: components['schemas']['TownTime'];
        to: components['schemas']['TownTime'] | null;
        legs: components['schemas']['Leg'][];
        unheld: {
          /** @enum {string} */
          why: 'with-arbiter' | 'to-verify' | 'verified' | 'merged' | 'not-asked';
          from: components['schemas']['TownTime'];
          to: components['schemas']['TownTime'] | null;
        }[];
        helpers: components['schemas']['HelperLeg'][];
      }[];
    };
    Load: {
      area: string;
      /** @enum {string} */
      by: 'area' | 'grid' | 'net' | 'day';
      /** Format: date */
      from: string;
      /** Format: date */
      to: string;
      places: components['schemas']['LoadOfPlace'][];
      days: components['schemas']['LoadOfDay'][];
    };
    LoadOfDay: {
      /** Format: date */
      day: string;
      opened: number;
      closed: number;
      late: number;
    };
    LoadOfPlace: {
      id: string | null;
      name: string | null;
      open: number;
      late: number;
      escalated: number;
      closed: number;
    };
    MailServer: {
      ok: boolean;
      code: string;
      text: string;
    };
    MapTiles: {
      tiles: string;
      attribution: string;
      /** @enum {string} */
      datum: 'wgs84' | 'gcj02';
    };
    MediationSession: {
      /** Format: uuid */
      disputeId: string;
      number: string;
      session: number;
      mediator: string;
      place: string;
      from: components['schemas']['TownTime'];
      until: components['schemas']['TownTime'];
      /** @enum {string} */
      state: 'planned' | 'called-off' | 'held';
    };
    MenuItem: {
      id: string;
      name: components['schemas']['Name'];
      group?: {
        id: string;
        name: components['schemas']['Name'];
      };
      net: components['schemas']['Net'];
      urgency: components['schemas']['Urgency'];
      policy: string;
      public: boolean;
    };
    MicroGrid: {
      microGrid: string;
      area: string;
      net: components['schemas']['Net'];
      name: components['schemas']['Name'];
      member: string | null;
    };
    MicroGridFeature: {
      /** @constant */
      type: 'Feature';
      id: string;
      properties: {
        id: string;
        name: components['schemas']['Name'];
        net: components['schemas']['Net'];
        area: string;
        community: components['schemas']['AreaAround'] | null;
        village: components['schemas']['AreaAround'] | null;
        grid: components['schemas']['AreaAround'] | null;
      };
      geometry:
        | {
            /** @constant */
            type: 'Polygon';
            coordinates: number[][][];
          }
        | {
            /** @constant */
            type: 'MultiPolygon';
            coordinates: number[][][][];
          };
    };
    MicroGridMap: {
      /** @constant */
      type: 'FeatureCollection';
      features: components['schemas']['MicroGridFeature'][];
    };
    MonthlyTopic: {
      menuItem: string;
      menuItemName: string;
      cases: number;
      late: number;
      decided: number;
      repeated: number;
      before: number;
      areas: {
        area: string;
        areaName: string;
        cases: number;
      }[];
    };
    MyCase: {
      /** Format: uuid */
      caseId: string;
      number: string | null;
      state: components['schemas']['CaseState'];
      stateText: string;
      isAnsweredTogether: boolean;
      menuItem: string | null;
      reportedAt: components['schemas']['TownTime'] | null;
      holder: string | null;
      promisedUntil: components['schemas']['TownTime'] | null;
      answers: {
        at: components['schemas']['TownTime'];
        text: string;
      }[];
      words: string | null;
      additions: {
        /** Format: uuid */
        id: string;
        /** @enum {string} */
        kind: 'words' | 'photo' | 'note';
        addedAt: components['schemas']['TownTime'];
        words: string | null;
      }[];
      letter: {
        en: string;
        zh: string;
      } | null;
    };
    Name: {
      zh: string;
      en: string;
    };
    /** @enum {string} */
    Net: 'life' | 'production' | 'commerce';
    NoticePreferences: {
      account: string;
      /** @enum {string} */
      language: 'zh' | 'en';
      days: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun' | 'working')[];
      from: string;
      to: string;
      digestAt: string[];
      email: string | null;
      webhook: {
        url: string;
        isDisabled: boolean;
      } | null;
    };
    Order: {
      /** Format: uuid */
      caseId: string;
      number: string;
      cycle: number;
      menuItem: string;
      net: components['schemas']['Net'];
      urgency: components['schemas']['Urgency'];
      state: components['schemas']['OrderState'];
      area: string;
      microGrid: string | null;
      member: string | null;
      leg: number;
      final: boolean;
      forArbiter: boolean;
      because: string | null;
      helpers: components['schemas']['Helper'][];
      result: ('solved' | 'explained') | null;
      finishNeeds: {
        photo: boolean;
        words: boolean;
      };
      notTaken: {
        member: string;
        leg: number;
      }[];
    };
    OrderListed: {
      /** Format: uuid */
      caseId: string;
      number: string;
      cycle: number;
      menuItem: string;
      net: components['schemas']['Net'];
      urgency: components['schemas']['Urgency'];
      state: components['schemas']['OrderState'];
      area: string;
      microGrid: string | null;
      member: string | null;
      leg: number;
      final: boolean;
      forArbiter: boolean;
      because: string | null;
      dutyArea: string | null;
      unit: string | null;
      alsoAsked: string[];
      lacksClock: boolean;
      helpers: components['schemas']['HelperListed'][];
      since: components['schemas']['TownTime'];
    };
    /** @enum {string} */
    OrderState: 'offered' | 'taken' | 'with-arbiter' | 'finished' | 'verified' | 'over';
    OwnInterviewBooking: {
      /** Format: uuid */
      day: string;
      /** Format: uuid */
      booking: string;
      /** Format: date */
      date: string;
      place: string;
      slot: number | null;
      from: components['schemas']['TownTime'] | null;
      state: components['schemas']['BookingState'];
      /** @enum {string} */
      door: 'portal' | 'code' | 'desk' | 'walk-in';
      queue: number | null;
      cases: string[];
      to: {
        /** Format: uuid */
        day: string;
        slot: number;
        from: components['schemas']['TownTime'];
      } | null;
      outcome: ('decided' | 'promised' | 'advised' | 'not-there') | null;
      promises: {
        number: string;
        /** @enum {string} */
        state: 'open' | 'kept' | 'late' | 'broken';
        dueAt: components['schemas']['TownTime'];
        keptAt: components['schemas']['TownTime'] | null;
        text: string | null;
      }[];
    };
    PartyCode: {
      /** Format: uuid */
      party: string;
      code: string;
    };
    PersonErased: {
      /** Format: uuid */
      caseId: string;
      number: string;
      /** @enum {string} */
      reason: 'asked-for' | 'consent-withdrawn' | 'no-longer-needed' | 'kept-unlawfully';
      erasedAt: components['schemas']['TownTime'];
      erased: boolean;
    };
    Photo: {
      /** Format: uuid */
      photoId: string;
      /** @constant */
      mediaType: 'image/jpeg';
      width: number;
      height: number;
      bytes: number;
    };
    Promise: {
      /** Format: uuid */
      promiseId: string;
      number: string;
      area: string;
      state: components['schemas']['PromiseState'];
      madeAt: components['schemas']['TownTime'];
      dueAt: components['schemas']['TownTime'];
      keptAt: components['schemas']['TownTime'] | null;
      owner: string;
      /** Format: uuid */
      day: string;
      caseNumber: string | null;
      droppedAt: components['schemas']['TownTime'] | null;
    };
    /** @enum {string} */
    PromiseState: 'open' | 'kept' | 'late' | 'broken';
    PromiseWords: {
      text: string | null;
      publicText: string | null;
      done: string | null;
      reason: string | null;
    };
    PublicPromise: {
      number: string;
      area: string;
      state: components['schemas']['PromiseState'];
      madeAt: components['schemas']['TownTime'];
      dueAt: components['schemas']['TownTime'];
      keptAt: components['schemas']['TownTime'] | null;
      text: string | null;
    };
    PublicPromises: {
      items: components['schemas']['PublicPromise'][];
      next: string | null;
      totals: {
        open: number;
        kept: number;
        late: number;
        broken: number;
      };
    };
    RatedCase: {
      /** Format: uuid */
      caseId: string;
      number: string;
      cycle: number;
      area: string | null;
      office: string | null;
      item: string | null;
      channel: string | null;
      net: string | null;
      endedAt: components['schemas']['TownTime'] | null;
      isExempt: boolean;
      response: {
        of: number;
        yes: number;
      };
      resolution: {
        of: number;
        yes: number;
      };
      satisfaction: {
        of: number;
        yes: number;
      };
      onTime: {
        of: number;
        yes: number;
      };
    };
    Rates: {
      /** @enum {string} */
      by: 'area' | 'office' | 'item' | 'channel' | 'net';
      from: components['schemas']['TownTime'] | null;
      to: components['schemas']['TownTime'] | null;
      weights: {
        version: number;
        from: components['schemas']['TownTime'] | null;
        response: number;
        resolution: number;
        satisfaction: number;
      };
      rates: {
        area: string;
        of: string;
        name: {
          en: string;
          zh: string;
        } | null;
        rank: number | null;
        n: number;
        response: number | null;
        resolution: number | null;
        satisfaction: number | null;
        onTime: number | null;
        counts: {
          response: {
            of: number;
            yes: number;
          };
          resolution: {
            of: number;
            yes: number;
          };
          satisfaction: {
            of: number;
            yes: number;
          };
          onTime: {
            of: number;
            yes: number;
          };
        };
        score: number | null;
        adjusted: {
          n: number;
          response: number | null;
          resolution: number | null;
          satisfaction: number | null;
          onTime: number | null;
          counts: {
            response: {
              of: number;
              yes: number;
            };
            resolution: {
              of: number;
              yes: number;
            };
            satisfaction: {
              of: number;
              yes: number;
            };
            onTime: {
              of: number;
              yes: number;
            };
          };
          score: number | null;
        };
        interval: {
          response: [number, number] | null;
          resolution: [number, number] | null;
          satisfaction: [number, number] | null;
          onTime: [number, number] | null;
          adjusted: {
            response: [number, number] | null;
            resolution: [number, number] | null;
            satisfaction: [number, number] | null;
            onTime: [number, number] | null;
          };
        };
      }[];
    };
    RatingListed: {
      /** Format: uuid */
      caseId: string;
      number: string;
      cycle: number;
      area: string;
      /** @enum {string} */
      channel: 'link' | 'portal' | 'desk';
      /** @enum {string} */
      response: 'responded' | 'not-responded';
      /** @enum {string} */
      resolution: 'solved' | 'partly-solved' | 'not-solved';
      /** @enum {string} */
      satisfaction:
        'very-satisfied' | 'satisfied' | 'fairly-satisfied' | 'dissatisfied' | 'very-dissatisfied';
      hasWords: boolean;
      ratedAt: components['schemas']['TownTime'];
    };
    RatingWords: {
      words: string | null;
      all: {
        cycle: number;
        ratedAt: components['schemas']['TownTime'];
        words: string;
      }[];
    };
    Reading: {
      at: components['schemas']['TownTime'];
      caseId: string | null;
      number: string | null;
      kind: string | null;
      kindName: string | null;
      reader: string;
      readerName: string;
      service: string;
      purpose: string;
      purposeName: string;
      isErasure: boolean;
    };
    RebuiltView: {
      name: string;
      facts: number;
      rows: number;
      seconds: number;
    };
    RegisteredCase: {
      /** Format: uuid */
      caseId: string;
      number: string;
      state: components['schemas']['CaseState'];
      cycle: number;
      menuItem: string;
      net: components['schemas']['Net'];
      urgency: components['schemas']['Urgency'];
      wishedUrgency: components['schemas']['Urgency'] | null;
      /** @enum {string} */
      channel:
        'portal' | 'hotline-12345' | 'neighbours-hotline' | 'open311' | 'patrol' | 'file' | 'interview-day';
      reportedAt: components['schemas']['TownTime'];
      /** @enum {string} */
      reportedBy: 'town' | 'caller' | 'source';
      registeredAt: components['schemas']['TownTime'];
      queryCode?: string;
    };
    Report: {
      /** @enum {string} */
      about: 'progress' | 'finish' | 'confirmation' | 'refusal' | 'help';
      cycle: number;
      by: string;
      at: components['schemas']['TownTime'];
      words: string | null;
      photoIds: string[];
    };
    /** @enum {string} */
    Role:
      | 'resident'
      | 'hotline-clerk'
      | 'grid-member'
      | 'grid-leader'
      | 'village-committee'
      | 'community-secretary'
      | 'town-leader'
      | 'office-member'
      | 'mediator'
      | 'verifier'
      | 'helper'
      | 'auditor'
      | 'operator'
      | 'integrator';
    RowOutcome:
      | {
          /** Format: uuid */
          caseId: string;
          /** @enum {string} */
          outcome: 'registered' | 'known';
          /** @constant */
          closed?: true;
        }
      | {
          caseId: string | null;
          /** @constant */
          outcome: 'rejected';
          code: string;
          reason: string;
          line: number;
          field?: string;
          value?: string | null;
        };
    Session: {
      account: string;
      role: components['schemas']['Role'];
      area: string;
      name: string | null;
      until: components['schemas']['TownTime'] | null;
    };
    SignInRecord: {
      at: components['schemas']['TownTime'];
      /** @enum {string} */
      what:
        | 'signed-in'
        | 'sign-in-failed'
        | 'sign-in-locked'
        | 'signed-out'
        | 'password-changed'
        | 'password-reset'
        | 'account-added'
        | 'account-disabled'
        | 'account-enabled'
        | 'case-opened'
        | 'case-code-wrong'
        | 'case-locked';
      about: string | null;
      by: string | null;
      from: string | null;
    };
    StatedNoticePreferences: {
      account: string;
      /** @enum {string} */
      language: 'zh' | 'en';
      days: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun' | 'working')[];
      from: string;
      to: string;
      digestAt: string[];
      email: string | null;
      webhook: {
        url: string;
        isDisabled: boolean;
      } | null;
      secret: string | null;
    };
    Timeline: {
      number: string | null;
      /** Format: uuid */
      caseId: string;
      state: components['schemas']['CaseState'];
      timeline: components['schemas']['TimelineEntry'][];
      clocks: components['schemas']['Clock'][];
    };
    TimelineEntry: {
      /** Format: uuid */
      id: string;
      at: components['schemas']['TownTime'];
      /** @constant */
      isDay?: true;
      recordedAt: components['schemas']['TownTime'];
      owedAt?: components['schemas']['TownTime'];
      service: string;
      type: string;
      actor: string;
      actorName: string;
      text: string;
      number?: string;
    };
    Token: {
      token: string;
      expiresAt: components['schemas']['TownTime'];
    };
    Town: {
      town: string;
      name: components['schemas']['Name'];
      zone: string;
      languages: ('zh' | 'en')[];
      nets: components['schemas']['Net'][];
      bounds: [number, number, number, number];
      map: components['schemas']['MapTiles'] | null;
    };
    /** Format: date-time */
    TownTime: string;
    /** @enum {string} */
    Urgency: 'emergency' | 'urgent' | 'ordinary' | 'complex';
    /** @enum {string} */
    Verdict: 'met' | 'breached';
    Words: {
      words: string | null;
      place: {
        lat?: number;
        lon?: number;
        address?: string;
      } | null;
      contact: {
        phone?: string;
        name?: string;
      } | null;
    };
  };
  responses: {
    /** @description Not signed in: not-signed-in */
    NotSignedIn: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:mulin:problem:not-signed-in",
         *       "title": "Not signed in",
         *       "status": 401,
         *       "detail": "Not signed in",
         *       "code": "not-signed-in",
         *       "instance": "/api/v1/cases"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'not-signed-in';
        };
      };
    };
    /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site */
    NotAllowed: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:mulin:problem:not-allowed",
         *       "title": "Not allowed",
         *       "status": 403,
         *       "detail": "Not allowed",
         *       "code": "not-allowed",
         *       "instance": "/api/v1/cases"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site';
        };
      };
    };
    /** @description Changed meanwhile: stale-version */
    StaleVersion: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:mulin:problem:stale-version",
         *       "title": "Changed meanwhile",
         *       "status": 412,
         *       "detail": "Changed meanwhile",
         *       "code": "stale-version",
         *       "instance": "/api/v1/cases"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'stale-version';
        };
      };
    };
    /** @description Too large: too-large */
    TooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:mulin:problem:too-large",
         *       "title": "Too large",
         *       "status": 413,
         *       "detail": "Too large",
         *       "code": "too-large",
         *       "instance": "/api/v1/cases"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'too-large';
        };
      };
    };
    /** @description Unsupported format: unsupported-media-type, unsupported-charset */
    UnsupportedFormat: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:mulin:problem:unsupported-media-type",
         *       "title": "Unsupported format",
         *       "status": 415,
         *       "detail": "Unsupported format",
         *       "code": "unsupported-media-type",
         *       "instance": "/api/v1/cases"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'unsupported-media-type' | 'unsupported-charset';
        };
      };
    };
    /** @description Used before: same-id-other-content */
    KeyUsedBefore: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:mulin:problem:same-id-other-content",
         *       "title": "Used before",
         *       "status": 422,
         *       "detail": "Used before",
         *       "code": "same-id-other-content",
         *       "instance": "/api/v1/cases"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'same-id-other-content';
        };
      };
    };
    /** @description Too many requests: too-many-requests */
    TooManyRequests: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:mulin:problem:too-many-requests",
         *       "title": "Too many requests",
         *       "status": 429,
         *       "detail": "Too many requests",
         *       "code": "too-many-requests",
         *       "instance": "/api/v1/cases"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'too-many-requests';
        };
      };
    };
    /** @description Our fault: bug */
    Bug: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:mulin:problem:bug",
         *       "title": "Our fault",
         *       "status": 500,
         *       "detail": "Our fault",
         *       "code": "bug",
         *       "instance": "/api/v1/cases"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'bug';
        };
      };
    };
    /** @description Not available now: try-again, busy, newer-facts, service-unreachable */
    NotAvailable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:mulin:problem:try-again",
         *       "title": "Not available now",
         *       "status": 503,
         *       "detail": "Not available now",
         *       "code": "try-again",
         *       "instance": "/api/v1/cases"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'try-again' | 'busy' | 'newer-facts' | 'service-unreachable';
        };
      };
    };
    /** @description Refused by the server before the route heard of it */
    BeforeRoute: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:mulin:problem:host-not-known",
         *       "title": "Not this town",
         *       "status": 421,
         *       "detail": "Not this town",
         *       "code": "host-not-known",
         *       "instance": "/api/v1/cases"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'too-slow' | 'expectation-not-known' | 'host-not-known' | 'headers-too-large';
        };
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: {
    /** @description The version of what is shown, for If-Match, or for If-None-Match where it may be kept. */
    etag: string;
    /** @description Where the command stands in the log of its service; send it as mulin-after to read what it changed. */
    'mulin-position': string;
    /** @description What was asked for with mulin-after does not show yet. */
    'mulin-behind': string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  'Operator.accounts': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List accounts */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "account": "hotline-clerk@mu",
           *           "role": "hotline-clerk",
           *           "area": "mu",
           *           "disabled": false
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['Account'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed' | 'unknown-parameter';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Accounts.add': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          account: string;
          /** @enum {string} */
          role:
            | 'resident'
            | 'hotline-clerk'
            | 'grid-member'
            | 'grid-leader'
            | 'village-committee'
            | 'community-secretary'
            | 'town-leader'
            | 'office-member'
            | 'mediator'
            | 'verifier'
            | 'helper'
            | 'auditor'
            | 'operator'
            | 'integrator';
          area?: string;
          name?: string;
        };
      };
    };
    responses: {
      /** @description Add an account */
      201: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "account": "zhao-min",
           *       "role": "verifier",
           *       "area": "mu/dongguan",
           *       "name": "赵敏"
           *     }
           */
          'application/json': {
            account: string;
            role: components['schemas']['Role'];
            area: string;
            name: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed, area-unknown, area-missing, account-looks-personal */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed'
              | 'area-unknown'
              | 'area-missing'
              | 'account-looks-personal';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Refused: area-not-of-role, account-exists */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:area-not-of-role",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "area-not-of-role",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'area-not-of-role' | 'account-exists';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Operator.disable': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        account: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Disable an account */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disabled": true
           *     }
           */
          'application/json': {
            /** @constant */
            disabled: true;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Not found: account-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:account-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "account-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'account-unknown';
          };
        };
      };
      /** @description Refused: own-account, account-disabled-already */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:own-account",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "own-account",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'own-account' | 'account-disabled-already';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Operator.enable': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        account: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Enable an account */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disabled": false
           *     }
           */
          'application/json': {
            /** @constant */
            disabled: false;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Not found: account-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:account-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "account-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'account-unknown';
          };
        };
      };
      /** @description Refused: account-not-disabled */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:account-not-disabled",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "account-not-disabled",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'account-not-disabled';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Accounts.setPassword': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        account: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          password: string;
          oldPassword?: string;
        };
      };
    };
    responses: {
      /** @description Set a password */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "passwordSet": true
           *     }
           */
          'application/json': {
            /** @constant */
            passwordSet: true;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, old-password-missing, password-too-short, password-too-long, password-too-plain */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'old-password-missing'
              | 'password-too-short'
              | 'password-too-long'
              | 'password-too-plain';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, old-password-wrong */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'old-password-wrong';
          };
        };
      };
      /** @description Not found: account-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:account-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "account-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'account-unknown';
          };
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      /** @description Too many requests: too-many-requests, sign-in-locked */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:too-many-requests",
           *       "title": "Too many requests",
           *       "status": 429,
           *       "detail": "Too many requests",
           *       "code": "too-many-requests",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'too-many-requests' | 'sign-in-locked';
          };
        };
      };
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Areas.list': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Areas, and who is on duty */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "areas": [
           *         {
           *           "path": "mu/dongguan",
           *           "name": {
           *             "zh": "东关社区",
           *             "en": "East Gate Community"
           *           }
           *         }
           *       ],
           *       "microGrids": [
           *         {
           *           "microGrid": "hetou-1-a",
           *           "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *           "net": "life",
           *           "name": {
           *             "zh": "河头村第1网格甲",
           *             "en": "River Head 1a"
           *           },
           *           "member": "grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a"
           *         }
           *       ]
           *     }
           */
          'application/json': {
            areas: components['schemas']['Area'][];
            microGrids: components['schemas']['MicroGrid'][];
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'CallBacks.list': {
    parameters: {
      query?: {
        state?: 'due' | 'called' | 'secretary' | 'redo' | 'concluded' | 'over';
        limit?: number;
        cursor?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List whom to call back */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *           "number": "mu-2026-000417",
           *           "cycle": 1,
           *           "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *           "state": "due",
           *           "since": "2026-03-05T10:00:00.000+08:00",
           *           "attempts": 1,
           *           "lastOutcome": "no-answer",
           *           "nextCallFrom": "2026-03-05T15:00:00.000+08:00",
           *           "ratingUntil": "2026-03-12T10:00:00.000+08:00",
           *           "rating": null,
           *           "because": null
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['Feedback'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, malformed-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'malformed-cursor';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Access.open': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          number: string;
          code: string;
        };
      };
    };
    responses: {
      /** @description Come to one’s own case */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "token": "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl",
           *       "expiresAt": "2026-03-02T10:00:00.000+08:00",
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000001"
           *     }
           */
          'application/json': {
            token: string;
            expiresAt: components['schemas']['TownTime'];
            /** Format: uuid */
            caseId: string;
            number: string;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'malformed-json' | 'not-utf-8' | 'too-deep';
          };
        };
      };
      /** @description Not signed in: case-code-wrong */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-code-wrong",
           *       "title": "Not signed in",
           *       "status": 401,
           *       "detail": "Not signed in",
           *       "code": "case-code-wrong",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-code-wrong';
          };
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      /** @description Too many requests: too-many-requests, case-access-locked */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:too-many-requests",
           *       "title": "Too many requests",
           *       "status": 429,
           *       "detail": "Too many requests",
           *       "code": "too-many-requests",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'too-many-requests' | 'case-access-locked';
          };
        };
      };
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Cases.list': {
    parameters: {
      query?: {
        number?: string;
        phone?: string;
        purpose?: 'answering' | 'call-back' | 'verification' | 'supervision';
        q?: string;
        menuItem?: string;
        net?: 'life' | 'production' | 'commerce';
        channel?:
          'portal' | 'hotline-12345' | 'neighbours-hotline' | 'open311' | 'patrol' | 'file' | 'interview-day';
        state?:
          | 'registered'
          | 'offered'
          | 'taken'
          | 'with-arbiter'
          | 'finished'
          | 'verified'
          | 'closed'
          | 'declined'
          | 'withdrawn'
          | 'merged';
        open?: 'true' | 'false';
        area?: string;
        grid?: string;
        holder?: string;
        late?: 'true' | 'false';
        from?: string;
        to?: string;
        closedFrom?: string;
        closedTo?: string;
        missedFrom?: string;
        missedTo?: string;
        escalated?: 'true' | 'false';
        batch?: string;
        after?: number;
        limit?: number;
        cursor?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Find cases, or follow what changed */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *           "town": "mu",
           *           "number": "mu-2026-000417",
           *           "sourceNumber": null,
           *           "state": "taken",
           *           "menuItem": "sanitation",
           *           "menuItemName": "Sanitation",
           *           "net": "life",
           *           "urgency": "ordinary",
           *           "wishedUrgency": null,
           *           "reportedBy": "town",
           *           "point": {
           *             "lat": 36.373,
           *             "lon": 119.744
           *           },
           *           "channel": "hotline-12345",
           *           "microGrid": "hetou-1-a",
           *           "microGridName": "River Head 1-A",
           *           "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *           "areaName": "River Head",
           *           "routed": true,
           *           "holder": null,
           *           "holderName": null,
           *           "reportedAt": "2026-03-02T09:00:00.000+08:00",
           *           "recordedAt": "2026-03-02T09:00:00.000+08:00",
           *           "closedAt": null,
           *           "archive": null,
           *           "days": [],
           *           "clocks": [
           *             {
           *               "name": "complete/1",
           *               "startedAt": "2026-03-02T09:00:00.000+08:00",
           *               "due": "2026-03-04T17:00:00.000+08:00",
           *               "state": "running",
           *               "verdict": null
           *             }
           *           ]
           *         }
           *       ],
           *       "next": null,
           *       "position": 4711
           *     }
           */
          'application/json': components['schemas']['CasesFound'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, purpose-missing, phone-not-readable, malformed-cursor, area-unknown */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'purpose-missing'
              | 'phone-not-readable'
              | 'malformed-cursor'
              | 'area-unknown';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Not found: account-unknown, no-such-micro-grid, no-such-menu-item, no-such-import */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:account-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "account-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'account-unknown' | 'no-such-micro-grid' | 'no-such-menu-item' | 'no-such-import';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Cases.register': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          menuItem: string;
          words: string;
          place?: {
            lat?: number;
            lon?: number;
            address?: string;
          };
          /** @enum {string} */
          channel?:
            | 'portal'
            | 'hotline-12345'
            | 'neighbours-hotline'
            | 'open311'
            | 'patrol'
            | 'file'
            | 'interview-day';
          /** @enum {string} */
          urgency?: 'emergency' | 'urgent' | 'ordinary' | 'complex';
          phone?: string;
          name?: string;
          /** Format: date-time */
          reportedAt?: string;
        };
      };
    };
    responses: {
      /** @description Register a demand */
      201: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "state": "registered",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "wishedUrgency": null,
           *       "channel": "hotline-12345",
           *       "reportedAt": "2026-03-02T09:00:00.000+08:00",
           *       "reportedBy": "town",
           *       "registeredAt": "2026-03-02T09:00:00.000+08:00",
           *       "queryCode": "7K3M-9QXT-WA"
           *     }
           */
          'application/json': components['schemas']['RegisteredCase'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed, phone-not-readable, report-time-not-yours */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed'
              | 'phone-not-readable'
              | 'report-time-not-yours';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Refused: no-such-menu-item, reported-in-future, reported-too-long-ago */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-such-menu-item",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "no-such-menu-item",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-such-menu-item' | 'reported-in-future' | 'reported-too-long-ago';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Cases.read': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read a case */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "state": "taken",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "wishedUrgency": null,
           *       "channel": "hotline-12345",
           *       "reportedAt": "2026-03-02T09:00:00.000+08:00",
           *       "reportedBy": "town",
           *       "registeredAt": "2026-03-02T09:00:00.000+08:00"
           *     }
           */
          'application/json': components['schemas']['Case'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-case, case-is-over */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-case'
              | 'case-is-over';
          };
        };
      };
      /** @description Not found: case-not-found, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-not-found",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-not-found",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-not-found' | 'case-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Additions.additions': {
    parameters: {
      query?: {
        purpose?: 'answering' | 'call-back' | 'verification' | 'supervision';
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read what was added */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "1d0f4e4b-9f0f-8c07-9f55-1f4f1b1f7a10",
           *           "kind": "words",
           *           "cycle": 1,
           *           "addedAt": "2026-03-03T09:00:00.000+08:00",
           *           "isForResident": true,
           *           "words": "It is the bin beside the bus stop."
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['Addition'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed' | 'unknown-parameter';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-case, case-is-over, no-grant */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-case'
              | 'case-is-over'
              | 'no-grant';
          };
        };
      };
      /** @description Not found: case-not-found, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-not-found",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-not-found",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-not-found' | 'case-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Additions.add': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          words?: string;
          photoIds?: string[];
        };
      };
    };
    responses: {
      /** @description Add to a case */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "state": "registered",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "wishedUrgency": null,
           *       "channel": "hotline-12345",
           *       "reportedAt": "2026-03-02T09:00:00.000+08:00",
           *       "reportedBy": "town",
           *       "registeredAt": "2026-03-02T09:00:00.000+08:00"
           *     }
           */
          'application/json': components['schemas']['Case'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-case, case-is-over */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-case'
              | 'case-is-over';
          };
        };
      };
      /** @description Not found: case-not-found, case-unknown, photo-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-not-found",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-not-found",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-not-found' | 'case-unknown' | 'photo-unknown';
          };
        };
      };
      /** @description Refused: case-closed, case-declined, case-withdrawn, archived-case, too-many-additions */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-closed",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "case-closed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-closed' | 'case-declined' | 'case-withdrawn' | 'archived-case' | 'too-many-additions';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'CaseFeedback.callBack': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          outcome: 'reached' | 'no-answer' | 'wrong-number' | 'call-later' | 'refused';
          rating?: {
            /** @enum {string} */
            response: 'responded' | 'not-responded';
            /** @enum {string} */
            resolution: 'solved' | 'partly-solved' | 'not-solved';
            /** @enum {string} */
            satisfaction:
              'very-satisfied' | 'satisfied' | 'fairly-satisfied' | 'dissatisfied' | 'very-dissatisfied';
            words?: string;
          };
          /** Format: date-time */
          at?: string;
        };
      };
    };
    responses: {
      /** @description Record a call-back */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "state": "due",
           *       "since": "2026-03-05T10:00:00.000+08:00",
           *       "attempts": 1,
           *       "lastOutcome": "no-answer",
           *       "nextCallFrom": "2026-03-05T15:00:00.000+08:00",
           *       "ratingUntil": "2026-03-12T10:00:00.000+08:00",
           *       "rating": null,
           *       "because": null
           *     }
           */
          'application/json': components['schemas']['Feedback'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, handled-it-yourself */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'handled-it-yourself';
          };
        };
      };
      /** @description Not found: case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-unknown';
          };
        };
      };
      /** @description Refused: feedback-not-asked, not-verified-yet, feedback-over, call-back-done, too-soon, device-time, before-it-began, rated-without-reaching, asker-erased */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:feedback-not-asked",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "feedback-not-asked",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'feedback-not-asked'
              | 'not-verified-yet'
              | 'feedback-over'
              | 'call-back-done'
              | 'too-soon'
              | 'device-time'
              | 'before-it-began'
              | 'rated-without-reaching'
              | 'asker-erased';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Clocks.explain': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How the deadlines of a case were counted */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "asOf": "2026-03-02T11:40:00+08:00",
           *       "clocks": [
           *         {
           *           "name": "complete/1",
           *           "startedAt": "2026-03-02T11:30:00+08:00",
           *           "due": "2026-03-02T14:30:00+08:00",
           *           "state": "running",
           *           "because": "started",
           *           "since": "2026-03-02T11:30:00+08:00",
           *           "unit": "working-hour",
           *           "amount": 1,
           *           "intervals": [
           *             {
           *               "from": "2026-03-02T11:30:00+08:00",
           *               "to": "2026-03-02T12:00:00+08:00",
           *               "counts": true,
           *               "why": "working-hours",
           *               "text": "Working hours: they count."
           *             },
           *             {
           *               "from": "2026-03-02T12:00:00+08:00",
           *               "to": "2026-03-02T14:00:00+08:00",
           *               "counts": false,
           *               "why": "outside-hours",
           *               "text": "Outside working hours: not counted."
           *             },
           *             {
           *               "from": "2026-03-02T14:00:00+08:00",
           *               "to": "2026-03-02T14:30:00+08:00",
           *               "counts": true,
           *               "why": "working-hours",
           *               "text": "Working hours: they count."
           *             }
           *           ]
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['ClocksExplained'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Not found: case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Cases.close': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          outcome: 'done' | 'explained' | 'declined' | 'withdrawn' | 'duplicate';
          duplicateOf?: string;
        };
      };
    };
    responses: {
      /** @description Close a case */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "state": "closed",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "wishedUrgency": null,
           *       "channel": "hotline-12345",
           *       "reportedAt": "2026-03-02T09:00:00.000+08:00",
           *       "reportedBy": "town",
           *       "registeredAt": "2026-03-02T09:00:00.000+08:00"
           *     }
           */
          'application/json': components['schemas']['Case'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed, duplicate-of-missing, duplicate-of-not-asked */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed'
              | 'duplicate-of-missing'
              | 'duplicate-of-not-asked';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-case, own-work */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-case' | 'own-work';
          };
        };
      };
      /** @description Not found: case-not-found, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-not-found",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-not-found",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-not-found' | 'case-unknown';
          };
        };
      };
      /** @description Refused: not-finished, in-hand, not-by-closing, closes-on-feedback, archived-case, answers-for-others, duplicate-of-archived, duplicate-of-itself, duplicate-of-closed, duplicate-of-duplicate, duplicate-under-way */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-finished",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "not-finished",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-finished'
              | 'in-hand'
              | 'not-by-closing'
              | 'closes-on-feedback'
              | 'archived-case'
              | 'answers-for-others'
              | 'duplicate-of-archived'
              | 'duplicate-of-itself'
              | 'duplicate-of-closed'
              | 'duplicate-of-duplicate'
              | 'duplicate-under-way';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'CaseFeedback.conclude': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          decision: 'close' | 'redo';
        };
      };
    };
    responses: {
      /** @description Decide what becomes of a case */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "state": "concluded",
           *       "since": "2026-03-05T10:00:00.000+08:00",
           *       "attempts": 1,
           *       "lastOutcome": "no-answer",
           *       "nextCallFrom": "2026-03-05T15:00:00.000+08:00",
           *       "ratingUntil": null,
           *       "rating": {
           *         "response": "responded",
           *         "resolution": "solved",
           *         "satisfaction": "satisfied"
           *       },
           *       "because": "secretary-decided"
           *     }
           */
          'application/json': components['schemas']['Feedback'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, handled-it-yourself */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'handled-it-yourself';
          };
        };
      };
      /** @description Not found: case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-unknown';
          };
        };
      };
      /** @description Refused: feedback-not-asked, nothing-to-decide */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:feedback-not-asked",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "feedback-not-asked",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'feedback-not-asked' | 'nothing-to-decide';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Cases.decline': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          reason:
            | 'not-of-this-town'
            | 'before-a-court'
            | 'already-decided'
            | 'not-a-public-matter'
            | 'not-understandable';
          /** @enum {string} */
          door:
            | 'government-hotline'
            | 'county-department'
            | 'county-court'
            | 'police'
            | 'labour-arbitration'
            | 'petition-office'
            | 'neighbouring-town'
            | 'utility-company';
        };
      };
    };
    responses: {
      /** @description Decline a case */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "state": "declined",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "wishedUrgency": null,
           *       "channel": "hotline-12345",
           *       "reportedAt": "2026-03-02T09:00:00.000+08:00",
           *       "reportedBy": "town",
           *       "registeredAt": "2026-03-02T09:00:00.000+08:00"
           *     }
           */
          'application/json': components['schemas']['Case'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-case */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-case';
          };
        };
      };
      /** @description Not found: case-not-found, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-not-found",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-not-found",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-not-found' | 'case-unknown';
          };
        };
      };
      /** @description Refused: already-taken, archived-case, answers-for-others */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:already-taken",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "already-taken",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'already-taken' | 'archived-case' | 'answers-for-others';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Erasures.erase': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          reason: 'asked-for' | 'consent-withdrawn' | 'no-longer-needed' | 'kept-unlawfully';
        };
      };
    };
    responses: {
      /** @description Erase the person who asked */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "reason": "asked-for",
           *       "erasedAt": "2026-03-02T09:00:00.000+08:00",
           *       "erased": true
           *     }
           */
          'application/json': components['schemas']['PersonErased'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Not found: case-not-found, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-not-found",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-not-found",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-not-found' | 'case-unknown';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Exemptions.ask': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          cycle?: number;
          /** @enum {string} */
          reason:
            | 'no-competence'
            | 'against-law-or-policy'
            | 'force-majeure'
            | 'complainant-unreachable'
            | 'duplicate'
            | 'other-owner';
          evidence: string;
        };
      };
    };
    responses: {
      /** @description Ask for an exemption */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "office": null,
           *       "reason": "force-majeure",
           *       "state": "asked",
           *       "granted": null,
           *       "askedBy": "grid-leader@mu/dongguan/hetou/hetou-1",
           *       "askedAt": "2026-03-12T10:00:00.000+08:00",
           *       "decidedBy": null,
           *       "decidedAt": null,
           *       "appealedBy": null,
           *       "appealedAt": null,
           *       "settledBy": null,
           *       "settledAt": null
           *     }
           */
          'application/json': components['schemas']['Exemption'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-rated-unit */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-rated-unit';
          };
        };
      };
      /** @description Not found: case-unknown, nothing-rated */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-unknown' | 'nothing-rated';
          };
        };
      };
      /** @description Refused: exemption-asked */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:exemption-asked",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "exemption-asked",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'exemption-asked';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Exemptions.appeal': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          cycle?: number;
          evidence: string;
        };
      };
    };
    responses: {
      /** @description Appeal against the decision */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "office": null,
           *       "reason": "force-majeure",
           *       "state": "appealed",
           *       "granted": false,
           *       "askedBy": "grid-leader@mu/dongguan/hetou/hetou-1",
           *       "askedAt": "2026-03-12T10:00:00.000+08:00",
           *       "decidedBy": "hotline-clerk@mu",
           *       "decidedAt": "2026-03-13T10:00:00.000+08:00",
           *       "appealedBy": "grid-leader@mu/dongguan/hetou/hetou-1",
           *       "appealedAt": "2026-03-14T10:00:00.000+08:00",
           *       "settledBy": null,
           *       "settledAt": null
           *     }
           */
          'application/json': components['schemas']['Exemption'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, your-own-decision */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'your-own-decision';
          };
        };
      };
      /** @description Not found: case-unknown, nothing-rated, exemption-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-unknown' | 'nothing-rated' | 'exemption-unknown';
          };
        };
      };
      /** @description Refused: nothing-to-appeal, exemption-appealed */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:nothing-to-appeal",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "nothing-to-appeal",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'nothing-to-appeal' | 'exemption-appealed';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Exemptions.decide': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          cycle?: number;
          granted: boolean;
        };
      };
    };
    responses: {
      /** @description Decide about an exemption */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "office": null,
           *       "reason": "force-majeure",
           *       "state": "refused",
           *       "granted": false,
           *       "askedBy": "grid-leader@mu/dongguan/hetou/hetou-1",
           *       "askedAt": "2026-03-12T10:00:00.000+08:00",
           *       "decidedBy": "hotline-clerk@mu",
           *       "decidedAt": "2026-03-13T10:00:00.000+08:00",
           *       "appealedBy": null,
           *       "appealedAt": null,
           *       "settledBy": null,
           *       "settledAt": null
           *     }
           */
          'application/json': components['schemas']['Exemption'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, of-rated-unit */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'of-rated-unit';
          };
        };
      };
      /** @description Not found: case-unknown, nothing-rated, exemption-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-unknown' | 'nothing-rated' | 'exemption-unknown';
          };
        };
      };
      /** @description Refused: exemption-decided */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:exemption-decided",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "exemption-decided",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'exemption-decided';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Exemptions.settle': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          cycle?: number;
          granted: boolean;
        };
      };
    };
    responses: {
      /** @description Settle an appeal */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "office": null,
           *       "reason": "force-majeure",
           *       "state": "settled",
           *       "granted": true,
           *       "askedBy": "grid-leader@mu/dongguan/hetou/hetou-1",
           *       "askedAt": "2026-03-12T10:00:00.000+08:00",
           *       "decidedBy": "hotline-clerk@mu",
           *       "decidedAt": "2026-03-13T10:00:00.000+08:00",
           *       "appealedBy": "grid-leader@mu/dongguan/hetou/hetou-1",
           *       "appealedAt": "2026-03-14T10:00:00.000+08:00",
           *       "settledBy": "town-leader@mu",
           *       "settledAt": "2026-03-16T10:00:00.000+08:00"
           *     }
           */
          'application/json': components['schemas']['Exemption'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, of-rated-unit, your-own-decision */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'of-rated-unit'
              | 'your-own-decision';
          };
        };
      };
      /** @description Not found: case-unknown, nothing-rated, exemption-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-unknown' | 'nothing-rated' | 'exemption-unknown';
          };
        };
      };
      /** @description Refused: nothing-to-settle */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:nothing-to-settle",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "nothing-to-settle",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'nothing-to-settle';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Exemptions.words': {
    parameters: {
      query?: {
        cycle?: number;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read what speaks for an exemption */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "evidence": "The road was flooded from 2 to 6 March.",
           *       "appeal": null
           *     }
           */
          'application/json': components['schemas']['ExemptionWords'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed' | 'unknown-parameter';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, no-grant */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'no-grant';
          };
        };
      };
      /** @description Not found: case-unknown, exemption-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-unknown' | 'exemption-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'CaseFeedback.letter': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read the closing letter */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "letter": {
           *         "en": "Your demand of 2 March 2026 (Sanitation, mu-2026-000417). […] The case is closed.",
           *         "zh": "您于2026年3月2日反映的诉求（环境卫生，编号 mu-2026-000417）答复如下。[…]现予结案。"
           *       }
           *     }
           */
          'application/json': components['schemas']['ClosingLetter'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-case, no-grant */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-case' | 'no-grant';
          };
        };
      };
      /** @description Not found: case-unknown, no-letter */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-unknown' | 'no-letter';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Changes.merge': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          into: string;
        };
      };
    };
    responses: {
      /** @description Merge a case into another */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "state": "closed",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "wishedUrgency": null,
           *       "channel": "hotline-12345",
           *       "reportedAt": "2026-03-02T09:00:00.000+08:00",
           *       "reportedBy": "town",
           *       "registeredAt": "2026-03-02T09:00:00.000+08:00"
           *     }
           */
          'application/json': components['schemas']['Case'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-case */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-case';
          };
        };
      };
      /** @description Not found: case-not-found, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-not-found",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-not-found",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-not-found' | 'case-unknown';
          };
        };
      };
      /** @description Refused: case-closed, case-declined, case-withdrawn, archived-case, duplicate-of-archived, duplicate-of-itself, duplicate-of-closed, duplicate-of-duplicate, duplicate-under-way */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-closed",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "case-closed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'case-closed'
              | 'case-declined'
              | 'case-withdrawn'
              | 'archived-case'
              | 'duplicate-of-archived'
              | 'duplicate-of-itself'
              | 'duplicate-of-closed'
              | 'duplicate-of-duplicate'
              | 'duplicate-under-way';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Additions.photo': {
    parameters: {
      query?: {
        purpose?: 'answering' | 'call-back' | 'verification' | 'supervision';
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        caseId: string;
        photoId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description See a photo */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /** @example … */
          'image/jpeg': string;
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed' | 'unknown-parameter';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-case, case-is-over, no-grant */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-case'
              | 'case-is-over'
              | 'no-grant';
          };
        };
      };
      /** @description Not found: case-not-found, case-unknown, photo-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-not-found",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-not-found",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-not-found' | 'case-unknown' | 'photo-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'CaseFeedback.words': {
    parameters: {
      query: {
        purpose: 'answering' | 'call-back' | 'verification' | 'supervision';
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read what was said beside a rating */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "words": "The lamp went out again the next evening.",
           *       "all": [
           *         {
           *           "cycle": 1,
           *           "ratedAt": "2026-03-06T19:12:00.000+08:00",
           *           "words": "It is still dark."
           *         },
           *         {
           *           "cycle": 2,
           *           "ratedAt": "2026-03-10T08:30:00.000+08:00",
           *           "words": "The lamp went out again the next evening."
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['RatingWords'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed' | 'unknown-parameter';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-case, no-grant */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-case' | 'no-grant';
          };
        };
      };
      /** @description Not found: case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'CaseFeedback.rate': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          response: 'responded' | 'not-responded';
          /** @enum {string} */
          resolution: 'solved' | 'partly-solved' | 'not-solved';
          /** @enum {string} */
          satisfaction:
            'very-satisfied' | 'satisfied' | 'fairly-satisfied' | 'dissatisfied' | 'very-dissatisfied';
          words?: string;
        };
      };
    };
    responses: {
      /** @description Rate a case */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "state": "concluded",
           *       "since": "2026-03-05T10:00:00.000+08:00",
           *       "attempts": 1,
           *       "lastOutcome": "no-answer",
           *       "nextCallFrom": "2026-03-05T15:00:00.000+08:00",
           *       "ratingUntil": null,
           *       "rating": {
           *         "response": "responded",
           *         "resolution": "solved",
           *         "satisfaction": "satisfied"
           *       },
           *       "because": "satisfied"
           *     }
           */
          'application/json': components['schemas']['Feedback'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-case, handled-it-yourself */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-case'
              | 'handled-it-yourself';
          };
        };
      };
      /** @description Not found: case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-unknown';
          };
        };
      };
      /** @description Refused: feedback-not-asked, not-verified-yet, rating-over, call-back-first, asker-erased */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:feedback-not-asked",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "feedback-not-asked",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              'feedback-not-asked' | 'not-verified-yet' | 'rating-over' | 'call-back-first' | 'asker-erased';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Cases.reclassify': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          reason: 'wrong-menu-item' | 'wrong-place' | 'wrong-urgency' | 'wrong-person';
          menuItem?: string;
          /** @enum {string} */
          urgency?: 'emergency' | 'urgent' | 'ordinary' | 'complex';
          place?: {
            lat?: number;
            lon?: number;
            address?: string;
          };
          phone?: string;
          name?: string;
          /** @constant */
          isFirstPerson?: true;
        };
      };
    };
    responses: {
      /** @description Correct a case */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "state": "registered",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "wishedUrgency": null,
           *       "channel": "hotline-12345",
           *       "reportedAt": "2026-03-02T09:00:00.000+08:00",
           *       "reportedBy": "town",
           *       "registeredAt": "2026-03-02T09:00:00.000+08:00"
           *     }
           */
          'application/json': components['schemas']['Case'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed, phone-not-readable */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed'
              | 'phone-not-readable';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-case */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-case';
          };
        };
      };
      /** @description Not found: case-not-found, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-not-found",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-not-found",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-not-found' | 'case-unknown';
          };
        };
      };
      /** @description Refused: no-such-menu-item, in-hand, already-finished, archived-case */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-such-menu-item",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "no-such-menu-item",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-such-menu-item' | 'in-hand' | 'already-finished' | 'archived-case';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Changes.reopen': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          because?: 'asked-again' | 'closed-by-mistake';
        };
      };
    };
    responses: {
      /** @description Reopen a case */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "state": "registered",
           *       "cycle": 2,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "wishedUrgency": null,
           *       "channel": "hotline-12345",
           *       "reportedAt": "2026-03-02T09:00:00.000+08:00",
           *       "reportedBy": "town",
           *       "registeredAt": "2026-03-02T09:00:00.000+08:00"
           *     }
           */
          'application/json': components['schemas']['Case'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed, reopen-reason-not-yours */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed'
              | 'reopen-reason-not-yours';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-case */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-case';
          };
        };
      };
      /** @description Not found: case-not-found, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-not-found",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-not-found",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-not-found' | 'case-unknown';
          };
        };
      };
      /** @description Refused: case-not-over, reopen-too-late, reopen-merged, case-declined, case-withdrawn, archived-case */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-not-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "case-not-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'case-not-over'
              | 'reopen-too-late'
              | 'reopen-merged'
              | 'case-declined'
              | 'case-withdrawn'
              | 'archived-case';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Changes.split': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          menuItem: string;
          words: string;
          place?: {
            lat?: number;
            lon?: number;
            address?: string;
          };
          /** @enum {string} */
          urgency?: 'emergency' | 'urgent' | 'ordinary' | 'complex';
        };
      };
    };
    responses: {
      /** @description Split a case */
      201: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000418",
           *       "state": "registered",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "wishedUrgency": null,
           *       "channel": "hotline-12345",
           *       "reportedAt": "2026-03-02T09:00:00.000+08:00",
           *       "reportedBy": "town",
           *       "registeredAt": "2026-03-02T09:00:00.000+08:00",
           *       "queryCode": "7K3M-9QXT-WA"
           *     }
           */
          'application/json': components['schemas']['RegisteredCase'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-case */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-case';
          };
        };
      };
      /** @description Not found: case-not-found, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-not-found",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-not-found",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-not-found' | 'case-unknown';
          };
        };
      };
      /** @description Refused: no-such-menu-item, case-closed, case-declined, case-withdrawn, archived-case */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-such-menu-item",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "no-such-menu-item",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-such-menu-item' | 'case-closed' | 'case-declined' | 'case-withdrawn' | 'archived-case';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Changes.unmerge': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Undo a merge */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "state": "registered",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "wishedUrgency": null,
           *       "channel": "hotline-12345",
           *       "reportedAt": "2026-03-02T09:00:00.000+08:00",
           *       "reportedBy": "town",
           *       "registeredAt": "2026-03-02T09:00:00.000+08:00"
           *     }
           */
          'application/json': components['schemas']['Case'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-case */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-case';
          };
        };
      };
      /** @description Not found: case-not-found, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-not-found",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-not-found",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-not-found' | 'case-unknown';
          };
        };
      };
      /** @description Refused: not-merged */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-merged",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "not-merged",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-merged';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Cases.withdraw': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Withdraw a case */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "state": "withdrawn",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "wishedUrgency": null,
           *       "channel": "hotline-12345",
           *       "reportedAt": "2026-03-02T09:00:00.000+08:00",
           *       "reportedBy": "town",
           *       "registeredAt": "2026-03-02T09:00:00.000+08:00"
           *     }
           */
          'application/json': components['schemas']['Case'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-case */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-case';
          };
        };
      };
      /** @description Not found: case-not-found, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-not-found",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-not-found",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-not-found' | 'case-unknown';
          };
        };
      };
      /** @description Refused: archived-case, already-finished, answers-for-others */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:archived-case",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "archived-case",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'archived-case' | 'already-finished' | 'answers-for-others';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Cases.words': {
    parameters: {
      query: {
        purpose: 'answering' | 'call-back' | 'verification' | 'supervision';
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read what a resident said */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "words": "The bin by the east gate has not been emptied for a week.",
           *       "place": {
           *         "lat": 36.373,
           *         "lon": 119.744
           *       },
           *       "contact": null
           *     }
           */
          'application/json': components['schemas']['Words'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed' | 'unknown-parameter';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-case, case-is-over, no-grant */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-case'
              | 'case-is-over'
              | 'no-grant';
          };
        };
      };
      /** @description Not found: case-not-found, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-not-found",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-not-found",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-not-found' | 'case-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Alike.find': {
    parameters: {
      query: {
        menuItem: string;
        grid?: string;
        lat?: number;
        lon?: number;
        days?: number;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Find likely doubles */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *           "number": "mu-2026-000417",
           *           "state": "taken",
           *           "microGrid": "hetou-1-a",
           *           "microGridName": "River Head 1-A",
           *           "reportedAt": "2026-03-02T09:00:00.000+08:00",
           *           "metres": 40,
           *           "because": [
           *             "same-micro-grid",
           *             "close-by"
           *           ]
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['CaseAlike'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed' | 'unknown-parameter';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Not found: no-such-micro-grid, no-such-menu-item */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-such-micro-grid",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "no-such-micro-grid",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-such-micro-grid' | 'no-such-menu-item';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Deliveries.list': {
    parameters: {
      query?: {
        account?: string;
        state?: 'waiting' | 'sent' | 'failed' | 'not-needed';
        limit?: number;
        cursor?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List what was sent */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "3f0c2a51-77d0-8b1e-9a4e-0a51f0c0ffee",
           *           "account": "li",
           *           "channel": "email",
           *           "kind": "urgent",
           *           "to": "l…@town.example",
           *           "count": 1,
           *           "items": [
           *             {
           *               "number": "mu-2026-000417",
           *               "caseId": "7a6b1c9e-2f64-4a0e-9e64-0a51f0c0ffee",
           *               "what": "escalation",
           *               "whatName": "A deadline was missed"
           *             }
           *           ],
           *           "at": "2026-03-02T17:00:00.019+08:00",
           *           "state": "waiting",
           *           "attempts": 1,
           *           "lastAt": "2026-03-02T17:00:00.140+08:00",
           *           "nextAt": "2026-03-02T17:00:30.140+08:00",
           *           "because": "mail-server-away",
           *           "becauseName": "the mail server does not answer",
           *           "status": null
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['Delivery'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, malformed-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'malformed-cursor';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Not found: account-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:account-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "account-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'account-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Deliveries.mailServer': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ask whether the mail server answers */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "ok": true,
           *       "code": "answers",
           *       "text": "the mail server answers"
           *     }
           */
          'application/json': components['schemas']['MailServer'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Demo.read': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How far the filling is */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "state": "filled",
           *       "share": 1,
           *       "refused": null,
           *       "filled": {
           *         "cases": 300,
           *         "open": 60,
           *         "late": 30,
           *         "escalated": 12
           *       }
           *     }
           */
          'application/json': components['schemas']['DemoProgress'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Demo.begin': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Fill an empty town */
      202: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "state": "filling",
           *       "share": 0,
           *       "refused": null,
           *       "filled": null
           *     }
           */
          'application/json': components['schemas']['DemoProgress'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Refused: town-being-filled, town-holds-cases, logs-not-owned, demo-not-in-kurrentdb */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:town-being-filled",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "town-being-filled",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'town-being-filled' | 'town-holds-cases' | 'logs-not-owned' | 'demo-not-in-kurrentdb';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'DisputeAccess.open': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          number: string;
          code: string;
        };
      };
    };
    responses: {
      /** @description Come to one’s own dispute */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "token": "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl",
           *       "expiresAt": "2026-03-02T10:00:00.000+08:00",
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01"
           *     }
           */
          'application/json': {
            token: string;
            expiresAt: components['schemas']['TownTime'];
            /** Format: uuid */
            disputeId: string;
            /** Format: uuid */
            party: string;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'malformed-json' | 'not-utf-8' | 'too-deep';
          };
        };
      };
      /** @description Not signed in: case-code-wrong */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-code-wrong",
           *       "title": "Not signed in",
           *       "status": 401,
           *       "detail": "Not signed in",
           *       "code": "case-code-wrong",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-code-wrong';
          };
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      /** @description Too many requests: too-many-requests, case-access-locked */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:too-many-requests",
           *       "title": "Too many requests",
           *       "status": 429,
           *       "detail": "Too many requests",
           *       "code": "too-many-requests",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'too-many-requests' | 'case-access-locked';
          };
        };
      };
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Disputes.list': {
    parameters: {
      query?: {
        state?: 'opened' | 'asking-consent' | 'in-mediation' | 'agreed' | 'to-perform' | 'ended';
        colour?: 'red' | 'yellow' | 'green';
        mediator?: string;
        area?: string;
        limit?: number;
        cursor?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List disputes */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *           "number": "mu-M-2026-000017",
           *           "kind": "neighbours",
           *           "colour": "yellow",
           *           "area": "mu/dongguan/hetou",
           *           "state": "asking-consent",
           *           "mediator": "mediator@mu",
           *           "parties": 2,
           *           "openedAt": "2026-03-04T10:10:00.000+08:00",
           *           "caseNumber": "mu-2026-000417",
           *           "outcome": null
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['DisputeSummary'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, malformed-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'malformed-cursor';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Disputes.open': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          kind:
            | 'neighbours'
            | 'family'
            | 'inheritance'
            | 'housing-and-land'
            | 'labour'
            | 'debt-and-contract'
            | 'consumer'
            | 'traffic'
            | 'injury'
            | 'medical'
            | 'school'
            | 'environment'
            | 'business'
            | 'other';
          /**
           * @default green
           * @enum {string}
           */
          colour?: 'red' | 'yellow' | 'green';
          area: string;
          /** @enum {string} */
          door: 'case' | 'walk-in' | 'party' | 'interview-day' | 'file';
          fromCase?: {
            /** Format: uuid */
            caseId: string;
            number: string;
          };
          facts?: string;
          parties: {
            /** @enum {string} */
            role: 'applicant' | 'respondent' | 'third-party';
            /** @default false */
            isBody?: boolean;
            name: string;
            phone?: string;
            address?: string;
            isMyself?: boolean;
          }[];
        };
      };
    };
    responses: {
      /** @description Open a dispute */
      201: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null,
           *       "codes": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "code": "7K2M-9QXD"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['DisputeOpened'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Refused: not-a-party, case-by-staff, same-party-twice, no-two-sides, phone-not-readable, not-a-mediator */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-a-party",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "not-a-party",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-a-party'
              | 'case-by-staff'
              | 'same-party-twice'
              | 'no-two-sides'
              | 'phone-not-readable'
              | 'not-a-mediator';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Disputes.read': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read a dispute */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-dispute';
          };
        };
      };
      /** @description Not found: dispute-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Agreements.draft': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          form: 'written' | 'oral';
          facts?: string;
          /** @default false */
          isAboutStatus?: boolean;
          terms: {
            /** Format: uuid */
            party: string;
            /** Format: uuid */
            toParty: string;
            what: string;
            amount?: number;
            /** Format: date-time */
            dueAt?: string;
          }[];
          /** @default [] */
          agreed?: string[];
          /** Format: date-time */
          at?: string;
        };
      };
    };
    responses: {
      /** @description Draft or record an agreement */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, consent-missing, agreement-in-effect, no-terms, term-without-due, term-due-past, term-to-oneself, not-everybody-agreed, deed-time */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'dispute-over'
              | 'consent-missing'
              | 'agreement-in-effect'
              | 'no-terms'
              | 'term-without-due'
              | 'term-due-past'
              | 'term-to-oneself'
              | 'not-everybody-agreed'
              | 'deed-time';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Files.printAgreement': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Print an agreement */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /** @example %PDF-1.7 */
          'application/pdf': string;
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-dispute';
          };
        };
      };
      /** @description Not found: dispute-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown';
          };
        };
      };
      /** @description Refused: no-agreement-drafted */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-agreement-drafted",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "no-agreement-drafted",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-agreement-drafted';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Disputes.callBack': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          party: string;
          isKept: boolean;
          words?: string;
        };
      };
    };
    responses: {
      /** @description Record a call-back */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, no-agreement-drafted, agreement-not-in-effect */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-over' | 'no-agreement-drafted' | 'agreement-not-in-effect';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Files.caucus': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read what parties said alone */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "text": "They would pay half.",
           *           "notedAt": "2026-03-06T10:10:00.000+08:00"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['CaucusNotes'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-dispute';
          };
        };
      };
      /** @description Not found: dispute-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Parties.decideChallenge': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          isUpheld: boolean;
          mediator?: string;
        };
      };
    };
    responses: {
      /** @description Decide a challenge */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, not-challenged, mediator-has-it, no-mediator-free, mediator-related, not-a-mediator */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'dispute-over'
              | 'not-challenged'
              | 'mediator-has-it'
              | 'no-mediator-free'
              | 'mediator-related'
              | 'not-a-mediator';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Parties.challenge': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          party: string;
          /** @enum {string} */
          because: 'kin' | 'interest' | 'partial' | 'other';
        };
      };
    };
    responses: {
      /** @description Challenge the mediator */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, no-mediator-yet, challenge-waits */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-over' | 'no-mediator-yet' | 'challenge-waits';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Disputes.recolour': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          colour: 'red' | 'yellow' | 'green';
        };
      };
    };
    responses: {
      /** @description Judge the risk anew */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      /** @description Refused: dispute-over */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-over';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Agreements.seek': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          parties: string[];
          /** Format: date-time */
          at?: string;
        };
      };
    };
    responses: {
      /** @description Ask for court confirmation */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, no-agreement-drafted, agreement-not-in-effect, not-confirmable, not-joint, confirmation-window-over, confirmation-sought, deed-time */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'dispute-over'
              | 'no-agreement-drafted'
              | 'agreement-not-in-effect'
              | 'not-confirmable'
              | 'not-joint'
              | 'confirmation-window-over'
              | 'confirmation-sought'
              | 'deed-time';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Agreements.decide': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          outcome: 'confirmed' | 'rejected' | 'not-accepted' | 'withdrawn';
        };
      };
    };
    responses: {
      /** @description Record what the court said */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, no-agreement-drafted, agreement-not-in-effect, confirmation-not-sought */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              'dispute-over' | 'no-agreement-drafted' | 'agreement-not-in-effect' | 'confirmation-not-sought';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Agreements.advise': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          term: number;
        };
      };
    };
    responses: {
      /** @description Tell of the court */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown, term-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown' | 'term-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, no-agreement-drafted, agreement-not-in-effect, term-performed, term-not-due */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'dispute-over'
              | 'no-agreement-drafted'
              | 'agreement-not-in-effect'
              | 'term-performed'
              | 'term-not-due';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Disputes.acknowledgeDanger': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          danger: number;
        };
      };
    };
    responses: {
      /** @description Take up a danger */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown, danger-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown' | 'danger-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, danger-acknowledged */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-over' | 'danger-acknowledged';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Files.dangers': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read what was reported of dangers */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "danger": 1,
           *           "text": "He has a stick.",
           *           "at": "2026-03-06T10:10:00.000+08:00"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['DisputeDangers'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-dispute';
          };
        };
      };
      /** @description Not found: dispute-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Disputes.reportDanger': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      /** @description Report a danger */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      /** @description Refused: dispute-over */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-over';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Disputes.end': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          outcome: 'no-agreement' | 'agreed-not-performed' | 'withdrawn' | 'passed-on' | 'joined';
          /** @default [] */
          otherWays?: ('court' | 'arbitration' | 'administrative-decision' | 'police' | 'petition')[];
          into?: string;
        };
      };
    };
    responses: {
      /** @description End a dispute */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, other-ways-untold, agreement-in-effect, agreement-not-in-effect, no-agreement-drafted, nothing-breached, joined-to-itself, joined-to-nothing */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'dispute-over'
              | 'other-ways-untold'
              | 'agreement-in-effect'
              | 'agreement-not-in-effect'
              | 'no-agreement-drafted'
              | 'nothing-breached'
              | 'joined-to-itself'
              | 'joined-to-nothing';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Agreements.extend': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date-time */
          until: string;
          agreed: string[];
        };
      };
    };
    responses: {
      /** @description Go on for longer */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, consent-missing, agreement-in-effect, not-everybody-agreed, extension-too-long */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'dispute-over'
              | 'consent-missing'
              | 'agreement-in-effect'
              | 'not-everybody-agreed'
              | 'extension-too-long';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Files.file': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read the file of a dispute */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "number": "mu-M-2026-000017",
           *       "facts": "A wall between two yards.",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "name": "Somebody",
           *           "phone": null,
           *           "address": null
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "name": null,
           *           "phone": null,
           *           "address": null
           *         }
           *       ],
           *       "statements": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "text": "It takes my light.",
           *           "madeAt": "2026-03-05T10:10:00.000+08:00"
           *         }
           *       ],
           *       "minutes": [
           *         {
           *           "session": 1,
           *           "text": "Both were heard."
           *         }
           *       ],
           *       "proposals": [],
           *       "agreement": null,
           *       "representatives": [],
           *       "callBacks": []
           *     }
           */
          'application/json': components['schemas']['DisputeFile'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-dispute';
          };
        };
      };
      /** @description Not found: dispute-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Files.printFile': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Print the file of a dispute */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /** @example %PDF-1.7 */
          'application/pdf': string;
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-dispute';
          };
        };
      };
      /** @description Not found: dispute-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Parties.assign': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          mediator?: string;
        };
      };
    };
    responses: {
      /** @description Assign a mediator */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, mediator-related, mediator-has-it, not-a-mediator, no-mediator-free */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              'dispute-over' | 'mediator-related' | 'mediator-has-it' | 'not-a-mediator' | 'no-mediator-free';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Parties.join': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          role: 'applicant' | 'respondent' | 'third-party';
          /** @default false */
          isBody?: boolean;
          name: string;
          phone?: string;
          address?: string;
          isMyself?: boolean;
        };
      };
    };
    responses: {
      /** @description Add a party */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, same-party-twice, agreement-in-effect, phone-not-readable */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-over' | 'same-party-twice' | 'agreement-in-effect' | 'phone-not-readable';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Parties.caucus': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
        party: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      /** @description Note what a party said alone */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, no-mediator-yet */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-over' | 'no-mediator-yet';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Files.code': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        dispute: string;
        party: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read the code of a party */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *       "code": "7K2M-9QXD"
           *     }
           */
          'application/json': components['schemas']['PartyCode'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-dispute';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Parties.consent': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
        party: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          isGiven: boolean;
        };
      };
    };
    responses: {
      /** @description State consent */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, no-mediator-yet, consent-stated, agreement-in-effect */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-over' | 'no-mediator-yet' | 'consent-stated' | 'agreement-in-effect';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Parties.relate': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
        party: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          mediator: string;
          /** @enum {string} */
          relation: 'kin' | 'household' | 'employer' | 'business' | 'party-itself';
        };
      };
    };
    responses: {
      /** @description Say that a mediator is near to a party */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      /** @description Refused: dispute-over */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-over';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Parties.represent': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
        party: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          phone?: string;
          /** @enum {string} */
          authority: 'general' | 'special';
          evidence: string;
        };
      };
    };
    responses: {
      /** @description Name a representative */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      /** @description Refused: dispute-over */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-over';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Parties.state': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
        party: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
          /** @default false */
          isForAll?: boolean;
        };
      };
    };
    responses: {
      /** @description Make a statement */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      /** @description Refused: dispute-over */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-over';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Agreements.perform': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          term: number;
          isWhole: boolean;
          /** Format: date-time */
          at?: string;
        };
      };
    };
    responses: {
      /** @description Record that a term was performed */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, confirms-own-performance */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'confirms-own-performance';
          };
        };
      };
      /** @description Not found: dispute-unknown, term-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'term-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, no-agreement-drafted, agreement-not-in-effect, term-performed, performed-before-effect */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'dispute-over'
              | 'no-agreement-drafted'
              | 'agreement-not-in-effect'
              | 'term-performed'
              | 'performed-before-effect';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Sessions.propose': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
          /** Format: uuid */
          party?: string;
        };
      };
    };
    responses: {
      /** @description Propose a settlement */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, consent-missing */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-over' | 'consent-missing';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Disputes.reopen': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Reopen a dispute */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, dispute-not-over, dispute-joined, agreement-in-effect */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-over' | 'dispute-not-over' | 'dispute-joined' | 'agreement-in-effect';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Sessions.plan': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date-time */
          from: string;
          /** Format: date-time */
          until: string;
          place: string;
        };
      };
    };
    responses: {
      /** @description Plan a session */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown, session-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown' | 'session-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, consent-missing, no-mediator-yet, session-past, session-backwards, session-not-planned, doubly-booked, place-unknown */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'dispute-over'
              | 'consent-missing'
              | 'no-mediator-yet'
              | 'session-past'
              | 'session-backwards'
              | 'session-not-planned'
              | 'doubly-booked'
              | 'place-unknown';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Sessions.callOff': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
        session: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Call a session off */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown, session-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown' | 'session-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, session-not-planned */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-over' | 'session-not-planned';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Sessions.hold': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
        session: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          present: string[];
          minutes: string;
        };
      };
    };
    responses: {
      /** @description Record a session */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown, session-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown' | 'session-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, session-not-planned, session-not-begun */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-over' | 'session-not-planned' | 'session-not-begun';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Sessions.move': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
        session: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date-time */
          from: string;
          /** Format: date-time */
          until: string;
          place: string;
        };
      };
    };
    responses: {
      /** @description Plan a session */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, not-your-side */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'not-your-side';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown, session-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown' | 'session-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, consent-missing, no-mediator-yet, session-past, session-backwards, session-not-planned, doubly-booked, place-unknown */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'dispute-over'
              | 'consent-missing'
              | 'no-mediator-yet'
              | 'session-past'
              | 'session-backwards'
              | 'session-not-planned'
              | 'doubly-booked'
              | 'place-unknown';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Agreements.sign': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        dispute: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: number;
          /** @enum {string} */
          by: 'party' | 'mediator' | 'committee';
          /** Format: uuid */
          party?: string;
          /** @enum {string} */
          as: 'signature' | 'fingerprint' | 'seal';
          /** @default false */
          isByRepresentative?: boolean;
          /** Format: date-time */
          at?: string;
        };
      };
    };
    responses: {
      /** @description Sign an agreement */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-M-2026-000017",
           *       "kind": "neighbours",
           *       "colour": "yellow",
           *       "area": "mu/dongguan/hetou",
           *       "state": "asking-consent",
           *       "mediator": "mediator@mu",
           *       "parties": [
           *         {
           *           "party": "0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01",
           *           "role": "applicant",
           *           "isBody": false,
           *           "consent": "given",
           *           "representatives": []
           *         },
           *         {
           *           "party": "6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02",
           *           "role": "respondent",
           *           "isBody": false,
           *           "consent": null,
           *           "representatives": [
           *             "special"
           *           ]
           *         }
           *       ],
           *       "openedAt": "2026-03-04T10:10:00.000+08:00",
           *       "caseNumber": "mu-2026-000417",
           *       "outcome": null,
           *       "door": "case",
           *       "isChallenged": false,
           *       "sessions": [],
           *       "agreement": null,
           *       "dangers": [],
           *       "otherWays": [],
           *       "endedAt": null
           *     }
           */
          'application/json': components['schemas']['Dispute'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-dispute, signs-for-another */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-dispute'
              | 'signs-for-another';
          };
        };
      };
      /** @description Not found: dispute-unknown, party-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'party-unknown';
          };
        };
      };
      /** @description Refused: dispute-over, no-agreement-drafted, oral-not-signed, agreement-in-effect, agreement-changed, deed-time, already-signed, no-special-authority */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "dispute-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'dispute-over'
              | 'no-agreement-drafted'
              | 'oral-not-signed'
              | 'agreement-in-effect'
              | 'agreement-changed'
              | 'deed-time'
              | 'already-signed'
              | 'no-special-authority';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Disputes.timeline': {
    parameters: {
      query?: {
        asOf?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read the history of a dispute or a promise */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "number": "mu-T2026-000017",
           *       "id": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "of": "dispute",
           *       "state": "assigned",
           *       "colour": "yellow",
           *       "timeline": [
           *         {
           *           "id": "00000000-0000-8000-b000-000000000417",
           *           "at": "2026-03-02T09:00:00.000+08:00",
           *           "recordedAt": "2026-03-02T09:00:00.000+08:00",
           *           "service": "mediation",
           *           "type": "mediation.colour-changed.v1",
           *           "actor": "village-committee",
           *           "actorName": "Village committee",
           *           "text": "The dispute is of some risk (yellow) now; it was of low risk (green)."
           *         }
           *       ],
           *       "clocks": [
           *         {
           *           "name": "settle/1",
           *           "startedAt": "2026-03-02T09:00:00.000+08:00",
           *           "due": "2026-03-04T17:00:00.000+08:00",
           *           "state": "running",
           *           "verdict": null
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['DisputeTimeline'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed' | 'unknown-parameter';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Not found: dispute-unknown, dispute-unknown-then */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:dispute-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "dispute-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'dispute-unknown' | 'dispute-unknown-then';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Warnings.warn': {
    parameters: {
      query?: {
        area?: string;
        at?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Warn early */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "at": "2026-03-02T10:00:00.000+08:00",
           *       "items": [
           *         {
           *           "what": "repeated-by-place",
           *           "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *           "menuItem": "sanitation",
           *           "count": 4,
           *           "numbers": [
           *             "mu-2026-000401",
           *             "mu-2026-000417"
           *           ],
           *           "chance": null,
           *           "text": "Sanitation in Hetou 1-a: 4 cases in 30 days."
           *         }
           *       ]
           *     }
           */
          'application/json': {
            at: components['schemas']['TownTime'];
            items: components['schemas']['EarlyWarning'][];
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, area-unknown */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'area-unknown';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Erasures.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List erasures */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *           "number": "mu-2026-000417",
           *           "reason": "asked-for",
           *           "erasedAt": "2026-03-02T09:00:00.000+08:00",
           *           "id": "5f3a",
           *           "by": "operator@mu"
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['Erasure'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, malformed-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'malformed-cursor';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Escalations.list': {
    parameters: {
      query?: {
        to?:
          | 'hotline-clerk'
          | 'grid-member'
          | 'grid-leader'
          | 'village-committee'
          | 'community-secretary'
          | 'town-leader'
          | 'holder';
        limit?: number;
        cursor?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List what is late */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "of": "case",
           *           "number": "mu-2026-000417",
           *           "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *           "to": "village-committee",
           *           "insteadOf": [],
           *           "level": "escalation",
           *           "clock": "complete/1",
           *           "step": "breached",
           *           "clocks": [
           *             "complete/1"
           *           ],
           *           "dueAt": "2026-03-04T17:00:00.000+08:00",
           *           "toldAt": "2026-03-04T17:00:00.000+08:00",
           *           "lateBySeconds": 3600,
           *           "menuItem": "sanitation",
           *           "menuItemName": "Sanitation",
           *           "urgency": "ordinary",
           *           "state": "taken",
           *           "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *           "areaName": "River Head",
           *           "holder": null,
           *           "holderName": null
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['Escalation'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, malformed-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'malformed-cursor';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Escalations.acknowledge': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          decision: 'noted' | 'ruled' | 'handed-over' | 'called-in' | 'interview';
        };
      };
    };
    responses: {
      /** @description Acknowledge an escalation */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "decision": "called-in"
           *     }
           */
          'application/json': components['schemas']['Acknowledged'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Not found: case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-unknown';
          };
        };
      };
      /** @description Refused: nothing-escalated */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:nothing-escalated",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "nothing-escalated",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'nothing-escalated';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Exemptions.list': {
    parameters: {
      query?: {
        state?: 'asked' | 'granted' | 'refused' | 'appealed' | 'settled';
        limit?: number;
        cursor?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List exemptions */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *           "number": "mu-2026-000417",
           *           "cycle": 1,
           *           "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *           "office": null,
           *           "reason": "force-majeure",
           *           "state": "asked",
           *           "granted": null,
           *           "askedBy": "grid-leader@mu/dongguan/hetou/hetou-1",
           *           "askedAt": "2026-03-12T10:00:00.000+08:00",
           *           "decidedBy": null,
           *           "decidedAt": null,
           *           "appealedBy": null,
           *           "appealedAt": null,
           *           "settledBy": null,
           *           "settledAt": null
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['Exemption'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, malformed-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'malformed-cursor';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Grids.show': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The map of micro-grids */
      200: {
        headers: {
          etag: components['headers']['etag'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "FeatureCollection",
           *       "features": [
           *         {
           *           "type": "Feature",
           *           "id": "hetou-1-a",
           *           "properties": {
           *             "id": "hetou-1-a",
           *             "name": {
           *               "zh": "河头村第1网格甲",
           *               "en": "River Head 1a"
           *             },
           *             "net": "life",
           *             "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *             "community": {
           *               "path": "mu/dongguan",
           *               "name": {
           *                 "zh": "东关社区",
           *                 "en": "East Gate Community"
           *               }
           *             },
           *             "village": {
           *               "path": "mu/dongguan/hetou",
           *               "name": {
           *                 "zh": "河头村",
           *                 "en": "River Head"
           *               }
           *             },
           *             "grid": {
           *               "path": "mu/dongguan/hetou/hetou-1",
           *               "name": {
           *                 "zh": "河头村第1网格",
           *                 "en": "River Head 1"
           *               }
           *             }
           *           },
           *           "geometry": {
           *             "type": "Polygon",
           *             "coordinates": [
           *               [
           *                 [
           *                   119.74,
           *                   36.37
           *                 ],
           *                 [
           *                   119.75,
           *                   36.37
           *                 ],
           *                 [
           *                   119.75,
           *                   36.38
           *                 ],
           *                 [
           *                   119.74,
           *                   36.37
           *                 ]
           *               ]
           *             ]
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['MicroGridMap'];
        };
      };
      /** @description Not changed since the version that If-None-Match names */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Imports.rows': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        batch: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          mode: 'archive' | 'live';
          /** Format: date-time */
          asOf?: string;
          rows: {
            sourceId: string;
            sourceNumber?: string;
            menuItem: string;
            words: string;
            place: {
              lat?: number;
              lon?: number;
              address?: string;
            } | null;
            /** @enum {string} */
            channel:
              | 'portal'
              | 'hotline-12345'
              | 'neighbours-hotline'
              | 'open311'
              | 'patrol'
              | 'file'
              | 'interview-day';
            person: string | null;
            contact?: {
              phone: string;
              name?: string;
            };
            /** Format: date-time */
            reportedAt: string;
            closedAt: string | null;
            dueAt: string | null;
            claim: ('met' | 'breached') | null;
            flags: (
              | 'closed-before-opened'
              | 'unknown-menu-item'
              | 'no-place'
              | 'place-outside-town'
              | 'date-without-time'
              | 'implausible-time'
              | 'implausible-place'
              | 'closed-on-due-day'
              | 'masked-phone'
              | 'due-before-reported'
            )[];
            days?: ('reportedAt' | 'dueAt' | 'closedAt')[];
          }[];
        };
      };
    };
    responses: {
      /** @description Import rows of a file */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "rows": [
           *         {
           *           "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *           "outcome": "registered"
           *         }
           *       ]
           *     }
           */
          'application/json': {
            rows: components['schemas']['RowOutcome'][];
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Imports.summary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          caseIds: string[];
        };
      };
    };
    responses: {
      /** @description Sum up an import */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "routed": 9,
           *       "unrouted": 1,
           *       "agreeing": 8,
           *       "disagreeing": 0,
           *       "undecided": 2,
           *       "pending": 0
           *     }
           */
          'application/json': components['schemas']['ImportSummary'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'malformed-json' | 'not-utf-8' | 'too-deep';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Inbox.list': {
    parameters: {
      query?: {
        account?: string;
        limit?: number;
        cursor?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List what waits for you */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "7a6b1c9e-2f64-4a0e-9e64-0a51f0c0ffee.take-1-1",
           *           "number": "mu-2026-000417",
           *           "caseId": "7a6b1c9e-2f64-4a0e-9e64-0a51f0c0ffee",
           *           "of": "case",
           *           "kind": "decide",
           *           "what": "take",
           *           "whatName": "Take the order",
           *           "why": "registered",
           *           "whyName": "a new demand",
           *           "since": "2026-03-02T09:00:00.000+08:00",
           *           "until": "2026-03-02T13:00:00.000+08:00",
           *           "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *           "isUrgent": false,
           *           "read": false
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['InboxItem'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, malformed-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'malformed-cursor';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Not found: account-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:account-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "account-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'account-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Inbox.done': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Put away */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "7a6b1c9e-2f64-4a0e-9e64-0a51f0c0ffee.take-1-1"
           *     }
           */
          'application/json': components['schemas']['InboxMark'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Not found: item-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:item-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "item-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'item-unknown';
          };
        };
      };
      /** @description Refused: item-not-decided */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:item-not-decided",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "item-not-decided",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'item-not-decided';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Inbox.read': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Mark as read */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "7a6b1c9e-2f64-4a0e-9e64-0a51f0c0ffee.take-1-1"
           *     }
           */
          'application/json': components['schemas']['InboxMark'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Not found: item-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:item-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "item-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'item-unknown';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Preferences.read': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read how you are told */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "account": "li",
           *       "language": "zh",
           *       "days": [
           *         "mon",
           *         "tue",
           *         "wed",
           *         "thu",
           *         "fri"
           *       ],
           *       "from": "08:00",
           *       "to": "18:00",
           *       "digestAt": [
           *         "08:30",
           *         "14:00"
           *       ],
           *       "email": "li@town.example",
           *       "webhook": {
           *         "url": "https://receiver.example/mulin",
           *         "isDisabled": false
           *       }
           *     }
           */
          'application/json': components['schemas']['NoticePreferences'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Preferences.state': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @default zh
           * @enum {string}
           */
          language?: 'zh' | 'en';
          /**
           * @default [
           *       "mon",
           *       "tue",
           *       "wed",
           *       "thu",
           *       "fri",
           *       "sat",
           *       "sun"
           *     ]
           */
          days?: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun' | 'working')[];
          /** @default 08:00 */
          from?: string;
          /** @default 20:00 */
          to?: string;
          /** @default [] */
          digestAt?: string[];
          email: string | null;
          webhook: {
            url: string;
            /** @default false */
            newSecret?: boolean;
          } | null;
        };
      };
    };
    responses: {
      /** @description State how you want to be told */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "account": "li",
           *       "language": "zh",
           *       "days": [
           *         "mon",
           *         "tue",
           *         "wed",
           *         "thu",
           *         "fri"
           *       ],
           *       "from": "08:00",
           *       "to": "18:00",
           *       "digestAt": [
           *         "08:30",
           *         "14:00"
           *       ],
           *       "email": "li@town.example",
           *       "webhook": {
           *         "url": "https://receiver.example/mulin",
           *         "isDisabled": false
           *       },
           *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="
           *     }
           */
          'application/json': components['schemas']['StatedNoticePreferences'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Refused: mail-not-configured, digest-outside-hours, webhook-not-https, webhook-private, webhook-host-unknown */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:mail-not-configured",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "mail-not-configured",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'mail-not-configured'
              | 'digest-outside-hours'
              | 'webhook-not-https'
              | 'webhook-private'
              | 'webhook-host-unknown';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Inbox.stream': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Follow what waits for you */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example id: 41
           *     event: item
           *     data: {"id":"7a6b1c9e-2f64-4a0e-9e64-0a51f0c0ffee.take-1-1","what":"take"}
           */
          'text/event-stream': string;
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Refused: too-many-streams */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:too-many-streams",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "too-many-streams",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'too-many-streams';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Bookings.listOwn': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List one’s own bookings */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *           "booking": "7d0a4c52-9b1e-8a3f-8c55-1e2d3c4b5a02",
           *           "date": "2026-03-13",
           *           "place": "Room 201",
           *           "slot": 1,
           *           "from": "2026-03-13T09:00:00.000+08:00",
           *           "state": "booked",
           *           "door": "portal",
           *           "queue": null,
           *           "cases": [
           *             "mu-2026-000417"
           *           ],
           *           "to": null,
           *           "outcome": null,
           *           "promises": []
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['OwnInterviewBooking'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, malformed-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'malformed-cursor';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Interviews.listToTell': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List whom to tell */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *           "booking": "7d0a4c52-9b1e-8a3f-8c55-1e2d3c4b5a02",
           *           "date": "2026-03-13",
           *           "place": "Room 201",
           *           "slot": 1,
           *           "from": "2026-03-13T09:00:00.000+08:00",
           *           "state": "passed-on",
           *           "door": "portal",
           *           "queue": null,
           *           "cases": [
           *             "mu-2026-000417"
           *           ],
           *           "to": null,
           *           "outcome": null,
           *           "promises": []
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['InterviewBooking'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, malformed-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'malformed-cursor';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Days.list': {
    parameters: {
      query?: {
        area?: string;
        from?: string;
        to?: string;
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List interview days */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *           "version": 1,
           *           "area": "mu/dongguan",
           *           "heldBy": "community-secretary",
           *           "date": "2026-03-13",
           *           "place": "Room 201",
           *           "slots": [
           *             {
           *               "slot": 1,
           *               "from": "2026-03-13T09:00:00.000+08:00",
           *               "until": "2026-03-13T09:30:00.000+08:00",
           *               "capacity": 2,
           *               "free": 1
           *             }
           *           ],
           *           "isCalledOff": false,
           *           "toDay": null
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['InterviewDay'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, malformed-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'malformed-cursor';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Days.publish': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          area: string;
          host?: string;
          place: string;
          slots: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            capacity: number;
          }[];
        };
      };
    };
    responses: {
      /** @description Publish an interview day */
      201: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *       "version": 1,
           *       "area": "mu/dongguan",
           *       "heldBy": "community-secretary",
           *       "date": "2026-03-13",
           *       "place": "Room 201",
           *       "slots": [
           *         {
           *           "slot": 1,
           *           "from": "2026-03-13T09:00:00.000+08:00",
           *           "until": "2026-03-13T09:30:00.000+08:00",
           *           "capacity": 2,
           *           "free": 1
           *         }
           *       ],
           *       "isCalledOff": false,
           *       "toDay": null,
           *       "host": "secretary@mu"
           *     }
           */
          'application/json': components['schemas']['InterviewDayOfStaff'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Refused: no-slots, slot-backwards, slots-overlap, slots-of-two-days, slot-past, place-personal, host-unknown */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-slots",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "no-slots",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'no-slots'
              | 'slot-backwards'
              | 'slots-overlap'
              | 'slots-of-two-days'
              | 'slot-past'
              | 'place-personal'
              | 'host-unknown';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Days.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        day: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read an interview day */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *       "version": 1,
           *       "area": "mu/dongguan",
           *       "heldBy": "community-secretary",
           *       "date": "2026-03-13",
           *       "place": "Room 201",
           *       "slots": [
           *         {
           *           "slot": 1,
           *           "from": "2026-03-13T09:00:00.000+08:00",
           *           "until": "2026-03-13T09:30:00.000+08:00",
           *           "capacity": 2,
           *           "free": 1
           *         }
           *       ],
           *       "isCalledOff": false,
           *       "toDay": null
           *     }
           */
          'application/json': components['schemas']['InterviewDay'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      /** @description Not found: interview-day-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:interview-day-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "interview-day-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'interview-day-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Interviews.list': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        day: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List who comes */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *           "booking": "7d0a4c52-9b1e-8a3f-8c55-1e2d3c4b5a02",
           *           "date": "2026-03-13",
           *           "place": "Room 201",
           *           "slot": 1,
           *           "from": "2026-03-13T09:00:00.000+08:00",
           *           "state": "here",
           *           "door": "portal",
           *           "queue": 1,
           *           "cases": [
           *             "mu-2026-000417"
           *           ],
           *           "to": null,
           *           "outcome": null,
           *           "promises": []
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['InterviewQueue'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-interview-day */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-interview-day';
          };
        };
      };
      /** @description Not found: interview-day-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:interview-day-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "interview-day-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'interview-day-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Bookings.book': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        day: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          phone: string;
          topic?: string;
          /** @default [] */
          cases?: string[];
          slot: number;
        };
      };
    };
    responses: {
      /** @description Book a slot */
      201: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *       "booking": "7d0a4c52-9b1e-8a3f-8c55-1e2d3c4b5a02",
           *       "date": "2026-03-13",
           *       "place": "Room 201",
           *       "slot": 1,
           *       "from": "2026-03-13T09:00:00.000+08:00",
           *       "state": "booked",
           *       "door": "portal",
           *       "queue": null,
           *       "cases": [
           *         "mu-2026-000417"
           *       ],
           *       "to": null,
           *       "outcome": null,
           *       "promises": []
           *     }
           */
          'application/json': components['schemas']['InterviewBooking'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Not found: interview-day-unknown, slot-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:interview-day-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "interview-day-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'interview-day-unknown' | 'slot-unknown';
          };
        };
      };
      /** @description Refused: slot-past, slot-full, interview-day-over, interview-day-called-off, booked-already, phone-not-readable */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:slot-past",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "slot-past",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'slot-past'
              | 'slot-full'
              | 'interview-day-over'
              | 'interview-day-called-off'
              | 'booked-already'
              | 'phone-not-readable';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Bookings.cancel': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        day: string;
        booking: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Cancel a booking */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *       "booking": "7d0a4c52-9b1e-8a3f-8c55-1e2d3c4b5a02",
           *       "date": "2026-03-13",
           *       "place": "Room 201",
           *       "slot": 1,
           *       "from": "2026-03-13T09:00:00.000+08:00",
           *       "state": "cancelled",
           *       "door": "portal",
           *       "queue": null,
           *       "cases": [
           *         "mu-2026-000417"
           *       ],
           *       "to": null,
           *       "outcome": null,
           *       "promises": []
           *     }
           */
          'application/json': components['schemas']['InterviewBooking'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-booking */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-booking';
          };
        };
      };
      /** @description Not found: interview-day-unknown, booking-unknown, slot-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:interview-day-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "interview-day-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'interview-day-unknown' | 'booking-unknown' | 'slot-unknown';
          };
        };
      };
      /** @description Refused: booking-over, slot-past, interview-day-over, interview-day-called-off */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:booking-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "booking-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'booking-over' | 'slot-past' | 'interview-day-over' | 'interview-day-called-off';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Interviews.nameCases': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        day: string;
        booking: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          cases: string[];
        };
      };
    };
    responses: {
      /** @description Name cases of a visit */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *       "booking": "7d0a4c52-9b1e-8a3f-8c55-1e2d3c4b5a02",
           *       "date": "2026-03-13",
           *       "place": "Room 201",
           *       "slot": 1,
           *       "from": "2026-03-13T09:00:00.000+08:00",
           *       "state": "booked",
           *       "door": "portal",
           *       "queue": null,
           *       "cases": [
           *         "mu-2026-000417"
           *       ],
           *       "to": null,
           *       "outcome": null,
           *       "promises": []
           *     }
           */
          'application/json': components['schemas']['InterviewBooking'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-interview-day */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-interview-day';
          };
        };
      };
      /** @description Not found: interview-day-unknown, booking-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:interview-day-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "interview-day-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'interview-day-unknown' | 'booking-unknown';
          };
        };
      };
      /** @description Refused: booking-over, interview-day-over, interview-day-called-off */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:booking-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "booking-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'booking-over' | 'interview-day-over' | 'interview-day-called-off';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Interviews.checkIn': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        day: string;
        booking: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Check a visitor in */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *       "booking": "7d0a4c52-9b1e-8a3f-8c55-1e2d3c4b5a02",
           *       "date": "2026-03-13",
           *       "place": "Room 201",
           *       "slot": 1,
           *       "from": "2026-03-13T09:00:00.000+08:00",
           *       "state": "here",
           *       "door": "portal",
           *       "queue": 1,
           *       "cases": [
           *         "mu-2026-000417"
           *       ],
           *       "to": null,
           *       "outcome": null,
           *       "promises": []
           *     }
           */
          'application/json': components['schemas']['InterviewBooking'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-interview-day */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-interview-day';
          };
        };
      };
      /** @description Not found: interview-day-unknown, booking-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:interview-day-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "interview-day-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'interview-day-unknown' | 'booking-unknown';
          };
        };
      };
      /** @description Refused: booking-over, checked-in-already, not-today, interview-day-over, interview-day-called-off */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:booking-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "booking-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'booking-over'
              | 'checked-in-already'
              | 'not-today'
              | 'interview-day-over'
              | 'interview-day-called-off';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Interviews.file': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        day: string;
        booking: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read what is at hand for an interview */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "booking": "7d0a4c52-9b1e-8a3f-8c55-1e2d3c4b5a02",
           *       "name": "Somebody",
           *       "phone": null,
           *       "topic": "The lamp at the gate.",
           *       "cases": [
           *         "mu-2026-000417"
           *       ],
           *       "promises": [
           *         {
           *           "promiseId": "c1d2e3f4-5a6b-8c7d-8e9f-0a1b2c3d4e05",
           *           "number": "mu-P-2026-000004",
           *           "area": "mu/dongguan",
           *           "owner": "member@mu",
           *           "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *           "caseNumber": null,
           *           "state": "open",
           *           "madeAt": "2026-03-13T09:25:00.000+08:00",
           *           "dueAt": "2026-03-27T17:30:00.000+08:00",
           *           "keptAt": null,
           *           "droppedAt": null,
           *           "text": "A lamp by the end of the month."
           *         }
           *       ],
           *       "words": null
           *     }
           */
          'application/json': components['schemas']['InterviewVisitor'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-interview-day */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-interview-day';
          };
        };
      };
      /** @description Not found: interview-day-unknown, booking-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:interview-day-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "interview-day-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'interview-day-unknown' | 'booking-unknown';
          };
        };
      };
      /** @description Refused: */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: never;
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Interviews.end': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        day: string;
        booking: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          outcome: 'decided' | 'promised' | 'advised' | 'not-there';
          words?: string;
          /** @default [] */
          promises?: {
            text: string;
            owner?: string;
            /** Format: date-time */
            dueAt?: string;
            publicText?: string;
            about?: {
              /** Format: uuid */
              caseId: string;
              number: string;
            };
          }[];
        };
      };
    };
    responses: {
      /** @description Record how an interview ended */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *       "booking": "7d0a4c52-9b1e-8a3f-8c55-1e2d3c4b5a02",
           *       "date": "2026-03-13",
           *       "place": "Room 201",
           *       "slot": 1,
           *       "from": "2026-03-13T09:00:00.000+08:00",
           *       "state": "seen",
           *       "door": "portal",
           *       "queue": 1,
           *       "cases": [
           *         "mu-2026-000417"
           *       ],
           *       "to": null,
           *       "outcome": "promised",
           *       "promises": [
           *         {
           *           "promise": "c1d2e3f4-5a6b-8c7d-8e9f-0a1b2c3d4e05",
           *           "number": "mu-P-2026-000004",
           *           "owner": "member@mu",
           *           "dueAt": "2026-03-27T17:30:00.000+08:00"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['InterviewBooking'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-interview-day */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-interview-day';
          };
        };
      };
      /** @description Not found: interview-day-unknown, booking-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:interview-day-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "interview-day-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'interview-day-unknown' | 'booking-unknown';
          };
        };
      };
      /** @description Refused: booking-over, interview-ended, not-checked-in, slot-not-begun, promise-missing, not-promised, promise-without-owner, promise-without-due, promise-due-past, public-text-personal, owner-unknown */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:booking-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "booking-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'booking-over'
              | 'interview-ended'
              | 'not-checked-in'
              | 'slot-not-begun'
              | 'promise-missing'
              | 'not-promised'
              | 'promise-without-owner'
              | 'promise-without-due'
              | 'promise-due-past'
              | 'public-text-personal'
              | 'owner-unknown';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Bookings.move': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        day: string;
        booking: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          slot: number;
        };
      };
    };
    responses: {
      /** @description Choose another slot */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *       "booking": "7d0a4c52-9b1e-8a3f-8c55-1e2d3c4b5a02",
           *       "date": "2026-03-13",
           *       "place": "Room 201",
           *       "slot": 2,
           *       "from": "2026-03-13T09:00:00.000+08:00",
           *       "state": "booked",
           *       "door": "portal",
           *       "queue": null,
           *       "cases": [
           *         "mu-2026-000417"
           *       ],
           *       "to": null,
           *       "outcome": null,
           *       "promises": []
           *     }
           */
          'application/json': components['schemas']['InterviewBooking'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-booking */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-booking';
          };
        };
      };
      /** @description Not found: interview-day-unknown, booking-unknown, slot-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:interview-day-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "interview-day-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'interview-day-unknown' | 'booking-unknown' | 'slot-unknown';
          };
        };
      };
      /** @description Refused: booking-over, slot-past, slot-full, interview-day-over, interview-day-called-off */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:booking-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "booking-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              'booking-over' | 'slot-past' | 'slot-full' | 'interview-day-over' | 'interview-day-called-off';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Interviews.tell': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        day: string;
        booking: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Record that somebody was told */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *       "booking": "7d0a4c52-9b1e-8a3f-8c55-1e2d3c4b5a02",
           *       "date": "2026-03-13",
           *       "place": "Room 201",
           *       "slot": 1,
           *       "from": "2026-03-13T09:00:00.000+08:00",
           *       "state": "passed-on",
           *       "door": "portal",
           *       "queue": null,
           *       "cases": [
           *         "mu-2026-000417"
           *       ],
           *       "to": null,
           *       "outcome": null,
           *       "promises": []
           *     }
           */
          'application/json': components['schemas']['InterviewBooking'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-interview-day */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-interview-day';
          };
        };
      };
      /** @description Not found: interview-day-unknown, booking-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:interview-day-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "interview-day-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'interview-day-unknown' | 'booking-unknown';
          };
        };
      };
      /** @description Refused: nothing-to-tell */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:nothing-to-tell",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "nothing-to-tell",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'nothing-to-tell';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Days.callOff': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        day: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          toDay: string | null;
        };
      };
    };
    responses: {
      /** @description Call an interview day off */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *       "version": 1,
           *       "area": "mu/dongguan",
           *       "heldBy": "community-secretary",
           *       "date": "2026-03-13",
           *       "place": "Room 201",
           *       "slots": [
           *         {
           *           "slot": 1,
           *           "from": "2026-03-13T09:00:00.000+08:00",
           *           "until": "2026-03-13T09:30:00.000+08:00",
           *           "capacity": 2,
           *           "free": 1
           *         }
           *       ],
           *       "isCalledOff": true,
           *       "toDay": null,
           *       "host": "secretary@mu"
           *     }
           */
          'application/json': components['schemas']['InterviewDayOfStaff'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-interview-day */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-interview-day';
          };
        };
      };
      /** @description Not found: interview-day-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:interview-day-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "interview-day-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'interview-day-unknown';
          };
        };
      };
      /** @description Refused: interview-day-over, interview-day-called-off, target-day-closed */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:interview-day-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "interview-day-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'interview-day-over' | 'interview-day-called-off' | 'target-day-closed';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Days.change': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        day: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          place: string;
          slots: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            capacity: number;
          }[];
        };
      };
    };
    responses: {
      /** @description Publish an interview day again */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *       "version": 2,
           *       "area": "mu/dongguan",
           *       "heldBy": "community-secretary",
           *       "date": "2026-03-13",
           *       "place": "Room 201",
           *       "slots": [
           *         {
           *           "slot": 1,
           *           "from": "2026-03-13T09:00:00.000+08:00",
           *           "until": "2026-03-13T09:30:00.000+08:00",
           *           "capacity": 2,
           *           "free": 1
           *         }
           *       ],
           *       "isCalledOff": false,
           *       "toDay": null,
           *       "host": "secretary@mu"
           *     }
           */
          'application/json': components['schemas']['InterviewDayOfStaff'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-interview-day */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-interview-day';
          };
        };
      };
      /** @description Not found: interview-day-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:interview-day-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "interview-day-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'interview-day-unknown';
          };
        };
      };
      /** @description Refused: no-slots, slot-backwards, slots-overlap, slots-of-two-days, slot-past, place-personal, slot-has-bookings, interview-day-over, interview-day-called-off */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-slots",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "no-slots",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'no-slots'
              | 'slot-backwards'
              | 'slots-overlap'
              | 'slots-of-two-days'
              | 'slot-past'
              | 'place-personal'
              | 'slot-has-bookings'
              | 'interview-day-over'
              | 'interview-day-called-off';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Interviews.walkIn': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        day: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          phone?: string;
          topic?: string;
          /** @default [] */
          cases?: string[];
        };
      };
    };
    responses: {
      /** @description Receive a visitor without a booking */
      201: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *       "booking": "7d0a4c52-9b1e-8a3f-8c55-1e2d3c4b5a02",
           *       "date": "2026-03-13",
           *       "place": "Room 201",
           *       "slot": null,
           *       "from": null,
           *       "state": "here",
           *       "door": "walk-in",
           *       "queue": 1,
           *       "cases": [
           *         "mu-2026-000417"
           *       ],
           *       "to": null,
           *       "outcome": null,
           *       "promises": []
           *     }
           */
          'application/json': components['schemas']['InterviewBooking'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-interview-day */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-interview-day';
          };
        };
      };
      /** @description Not found: interview-day-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:interview-day-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "interview-day-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'interview-day-unknown';
          };
        };
      };
      /** @description Refused: booked-already, not-today, phone-not-readable, interview-day-over, interview-day-called-off */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:booked-already",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "booked-already",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'booked-already'
              | 'not-today'
              | 'phone-not-readable'
              | 'interview-day-over'
              | 'interview-day-called-off';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Load.count': {
    parameters: {
      query: {
        area?: string;
        by: 'area' | 'grid' | 'net' | 'day';
        from?: string;
        to?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Load and lateness by place and by day */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "area": "mu",
           *       "by": "area",
           *       "from": "2026-02-01",
           *       "to": "2026-03-02",
           *       "places": [
           *         {
           *           "id": "mu/dongguan",
           *           "name": "Dongguan",
           *           "open": 12,
           *           "late": 3,
           *           "escalated": 1,
           *           "closed": 40
           *         }
           *       ],
           *       "days": []
           *     }
           */
          'application/json': components['schemas']['Load'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, area-unknown, period-too-long */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'area-unknown'
              | 'period-too-long';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Calendar.list': {
    parameters: {
      query: {
        mediator?: string;
        from: string;
        to: string;
        limit?: number;
        cursor?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read the calendar of sessions */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "disputeId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *           "number": "mu-M-2026-000017",
           *           "session": 1,
           *           "mediator": "mediator@mu",
           *           "place": "home",
           *           "from": "2026-03-09T09:00:00.000+08:00",
           *           "until": "2026-03-09T11:00:00.000+08:00",
           *           "state": "planned"
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['MediationSession'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, malformed-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'malformed-cursor';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Menu.read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The menu of the town */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "sanitation",
           *           "name": {
           *             "zh": "环境卫生",
           *             "en": "Sanitation"
           *           },
           *           "net": "life",
           *           "urgency": "ordinary",
           *           "policy": "ordinary",
           *           "public": true
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['MenuItem'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Warnings.topics': {
    parameters: {
      query: {
        area?: string;
        month: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List topics of a month */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "month": "2026-02",
           *       "items": [
           *         {
           *           "menuItem": "sanitation",
           *           "menuItemName": "Sanitation",
           *           "cases": 41,
           *           "late": 6,
           *           "decided": 38,
           *           "repeated": 9,
           *           "before": 25,
           *           "areas": [
           *             {
           *               "area": "mu/dongguan/hetou",
           *               "areaName": "Hetou",
           *               "cases": 12
           *             }
           *           ]
           *         }
           *       ]
           *     }
           */
          'application/json': {
            month: string;
            items: components['schemas']['MonthlyTopic'][];
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, area-unknown, month-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'area-unknown'
              | 'month-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'MyCase.read': {
    parameters: {
      query?: {
        caseId?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description See one’s own case */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "state": "taken",
           *       "stateText": "Somebody sees to it.",
           *       "isAnsweredTogether": false,
           *       "menuItem": "Sanitation",
           *       "reportedAt": "2026-03-02T09:00:00.000+08:00",
           *       "holder": "the grid member of River Head 1-A",
           *       "promisedUntil": "2026-03-04T17:00:00.000+08:00",
           *       "answers": [],
           *       "words": "The bin by the east gate has not been emptied for a week.",
           *       "additions": [],
           *       "letter": null
           *     }
           */
          'application/json': components['schemas']['MyCase'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, case-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'case-missing';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-case, no-grant */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-case' | 'no-grant';
          };
        };
      };
      /** @description Not found: case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Orders.list': {
    parameters: {
      query?: {
        state?: 'offered' | 'taken' | 'with-arbiter' | 'finished' | 'verified' | 'over';
        limit?: number;
        cursor?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List orders */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *           "number": "mu-2026-000417",
           *           "cycle": 1,
           *           "menuItem": "sanitation",
           *           "net": "life",
           *           "urgency": "ordinary",
           *           "state": "offered",
           *           "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *           "microGrid": "hetou-1-a",
           *           "member": "grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a",
           *           "leg": 1,
           *           "final": false,
           *           "forArbiter": false,
           *           "because": null,
           *           "dutyArea": "mu/dongguan/hetou/hetou-1",
           *           "unit": null,
           *           "alsoAsked": [],
           *           "lacksClock": false,
           *           "helpers": [],
           *           "since": "2026-03-02T09:00:00.000+08:00"
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['OrderListed'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, malformed-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'malformed-cursor';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Orders.read': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read an order */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "state": "offered",
           *       "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "microGrid": "hetou-1-a",
           *       "member": "grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "leg": 1,
           *       "final": false,
           *       "forArbiter": false,
           *       "because": null,
           *       "helpers": [],
           *       "result": null,
           *       "finishNeeds": {
           *         "photo": false,
           *         "words": false
           *       },
           *       "notTaken": []
           *     }
           */
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-order */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-order';
          };
        };
      };
      /** @description Not found: no-such-order, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-such-order",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "no-such-order",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-such-order' | 'case-unknown';
          };
        };
      };
      /** @description Refused: archived-case */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:archived-case",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "archived-case",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'archived-case';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Orders.arbitrate': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          microGrid: string;
          member?: string;
        };
      };
    };
    responses: {
      /** @description Decide who answers */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "state": "offered",
           *       "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "microGrid": "hetou-1-a",
           *       "member": "grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "leg": 1,
           *       "final": true,
           *       "forArbiter": false,
           *       "because": null,
           *       "helpers": [],
           *       "result": null,
           *       "finishNeeds": {
           *         "photo": false,
           *         "words": false
           *       },
           *       "notTaken": []
           *     }
           */
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-order */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-order';
          };
        };
      };
      /** @description Not found: no-such-order, case-unknown, no-such-micro-grid */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-such-order",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "no-such-order",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-such-order' | 'case-unknown' | 'no-such-micro-grid';
          };
        };
      };
      /** @description Refused: order-finished, order-over, archived-case, not-on-duty, already-theirs, not-before-arbiter, decided-for-good */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:order-finished",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "order-finished",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'order-finished'
              | 'order-over'
              | 'archived-case'
              | 'not-on-duty'
              | 'already-theirs'
              | 'not-before-arbiter'
              | 'decided-for-good';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Handling.contact': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          manner: 'face-to-face' | 'phone' | 'message' | 'nobody-there';
          /** Format: date-time */
          at?: string;
        };
      };
    };
    responses: {
      /** @description Say that whoever asked was contacted */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "state": "taken",
           *       "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "microGrid": "hetou-1-a",
           *       "member": "grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "leg": 1,
           *       "final": false,
           *       "forArbiter": false,
           *       "because": null,
           *       "helpers": [],
           *       "result": null,
           *       "finishNeeds": {
           *         "photo": false,
           *         "words": false
           *       },
           *       "notTaken": []
           *     }
           */
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-order */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-order';
          };
        };
      };
      /** @description Not found: no-such-order, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-such-order",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "no-such-order",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-such-order' | 'case-unknown';
          };
        };
      };
      /** @description Refused: order-finished, order-over, archived-case, with-arbiter, not-taken, device-time, before-it-began */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:order-finished",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "order-finished",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'order-finished'
              | 'order-over'
              | 'archived-case'
              | 'with-arbiter'
              | 'not-taken'
              | 'device-time'
              | 'before-it-began';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Handling.finish': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          result: 'solved' | 'explained';
          words?: string;
          photoIds?: string[];
          /** Format: date-time */
          at?: string;
        };
      };
    };
    responses: {
      /** @description Finish an order */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "state": "finished",
           *       "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "microGrid": "hetou-1-a",
           *       "member": "grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "leg": 1,
           *       "final": false,
           *       "forArbiter": false,
           *       "because": null,
           *       "helpers": [],
           *       "result": "solved",
           *       "finishNeeds": {
           *         "photo": false,
           *         "words": false
           *       },
           *       "notTaken": []
           *     }
           */
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-order */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-order';
          };
        };
      };
      /** @description Not found: no-such-order, case-unknown, photo-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-such-order",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "no-such-order",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-such-order' | 'case-unknown' | 'photo-unknown';
          };
        };
      };
      /** @description Refused: order-finished, order-over, archived-case, with-arbiter, not-taken, finish-needs-photo, finish-needs-new-photo, finish-needs-words, helpers-not-done, device-time, before-it-began */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:order-finished",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "order-finished",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'order-finished'
              | 'order-over'
              | 'archived-case'
              | 'with-arbiter'
              | 'not-taken'
              | 'finish-needs-photo'
              | 'finish-needs-new-photo'
              | 'finish-needs-words'
              | 'helpers-not-done'
              | 'device-time'
              | 'before-it-began';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Handling.handOver': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          to: string;
          /** @enum {string} */
          reason: 'needs-other-unit' | 'beyond-my-power' | 'needs-several' | 'leave';
        };
      };
    };
    responses: {
      /** @description Hand an order over to another unit */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "state": "offered",
           *       "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "microGrid": "hetou-1-a",
           *       "member": "grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "leg": 2,
           *       "final": false,
           *       "forArbiter": false,
           *       "because": null,
           *       "helpers": [],
           *       "result": null,
           *       "finishNeeds": {
           *         "photo": false,
           *         "words": false
           *       },
           *       "notTaken": []
           *     }
           */
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-order */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-order';
          };
        };
      };
      /** @description Not found: no-such-order, case-unknown, no-such-unit */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-such-order",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "no-such-order",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-such-order' | 'case-unknown' | 'no-such-unit';
          };
        };
      };
      /** @description Refused: order-finished, order-over, archived-case, with-arbiter, decided-for-good, already-theirs, nobody-in-unit */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:order-finished",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "order-finished",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'order-finished'
              | 'order-over'
              | 'archived-case'
              | 'with-arbiter'
              | 'decided-for-good'
              | 'already-theirs'
              | 'nobody-in-unit';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Helpers.callIn': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          unit: string;
          task?: string;
        };
      };
    };
    responses: {
      /** @description Call in somebody to help */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "state": "taken",
           *       "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "microGrid": "hetou-1-a",
           *       "member": "grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "leg": 1,
           *       "final": false,
           *       "forArbiter": false,
           *       "because": null,
           *       "helpers": [
           *         {
           *           "call": 1,
           *           "unit": "office:urban-works",
           *           "member": "office-member@mu/urban-works",
           *           "state": "called"
           *         }
           *       ],
           *       "result": null,
           *       "finishNeeds": {
           *         "photo": false,
           *         "words": false
           *       },
           *       "notTaken": []
           *     }
           */
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-order */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-order';
          };
        };
      };
      /** @description Not found: no-such-order, case-unknown, no-such-unit */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-such-order",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "no-such-order",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-such-order' | 'case-unknown' | 'no-such-unit';
          };
        };
      };
      /** @description Refused: order-finished, order-over, archived-case, with-arbiter, not-taken, already-called, nobody-in-unit */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:order-finished",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "order-finished",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'order-finished'
              | 'order-over'
              | 'archived-case'
              | 'with-arbiter'
              | 'not-taken'
              | 'already-called'
              | 'nobody-in-unit';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Helpers.finish': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
        call: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date-time */
          at?: string;
        };
      };
    };
    responses: {
      /** @description Say that one’s help is finished */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "state": "taken",
           *       "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "microGrid": "hetou-1-a",
           *       "member": "grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "leg": 1,
           *       "final": false,
           *       "forArbiter": false,
           *       "because": null,
           *       "helpers": [
           *         {
           *           "call": 1,
           *           "unit": "office:urban-works",
           *           "member": "office-member@mu/urban-works",
           *           "state": "finished"
           *         }
           *       ],
           *       "result": null,
           *       "finishNeeds": {
           *         "photo": false,
           *         "words": false
           *       },
           *       "notTaken": []
           *     }
           */
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-called */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-called';
          };
        };
      };
      /** @description Not found: no-such-order, case-unknown, no-such-call */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-such-order",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "no-such-order",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-such-order' | 'case-unknown' | 'no-such-call';
          };
        };
      };
      /** @description Refused: archived-case, helper-over, not-joined, device-time, before-it-began */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:archived-case",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "archived-case",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'archived-case' | 'helper-over' | 'not-joined' | 'device-time' | 'before-it-began';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Helpers.join': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
        call: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date-time */
          at?: string;
        };
      };
    };
    responses: {
      /** @description Say that one has come to help */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "state": "taken",
           *       "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "microGrid": "hetou-1-a",
           *       "member": "grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "leg": 1,
           *       "final": false,
           *       "forArbiter": false,
           *       "because": null,
           *       "helpers": [
           *         {
           *           "call": 1,
           *           "unit": "office:urban-works",
           *           "member": "office-member@mu/urban-works",
           *           "state": "joined"
           *         }
           *       ],
           *       "result": null,
           *       "finishNeeds": {
           *         "photo": false,
           *         "words": false
           *       },
           *       "notTaken": []
           *     }
           */
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-called */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-called';
          };
        };
      };
      /** @description Not found: no-such-order, case-unknown, no-such-call */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-such-order",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "no-such-order",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-such-order' | 'case-unknown' | 'no-such-call';
          };
        };
      };
      /** @description Refused: archived-case, helper-over, helper-has-come, device-time, before-it-began */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:archived-case",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "archived-case",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'archived-case' | 'helper-over' | 'helper-has-come' | 'device-time' | 'before-it-began';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Helpers.release': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
        call: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          because: 'not-needed' | 'overruled';
        };
      };
    };
    responses: {
      /** @description Wait for a helper no more */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "state": "taken",
           *       "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "microGrid": "hetou-1-a",
           *       "member": "grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "leg": 1,
           *       "final": false,
           *       "forArbiter": false,
           *       "because": null,
           *       "helpers": [
           *         {
           *           "call": 1,
           *           "unit": "office:urban-works",
           *           "member": "office-member@mu/urban-works",
           *           "state": "released"
           *         }
           *       ],
           *       "result": null,
           *       "finishNeeds": {
           *         "photo": false,
           *         "words": false
           *       },
           *       "notTaken": []
           *     }
           */
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-order, may-not-overrule */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-order'
              | 'may-not-overrule';
          };
        };
      };
      /** @description Not found: no-such-order, case-unknown, no-such-call */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-such-order",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "no-such-order",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-such-order' | 'case-unknown' | 'no-such-call';
          };
        };
      };
      /** @description Refused: archived-case, helper-over, helper-has-come */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:archived-case",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "archived-case",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'archived-case' | 'helper-over' | 'helper-has-come';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'History.legs': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who had an order, and from when until when */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycles": [
           *         {
           *           "cycle": 1,
           *           "from": "2026-03-02T09:00:00.000+08:00",
           *           "to": null,
           *           "legs": [
           *             {
           *               "leg": 1,
           *               "holder": "grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a",
           *               "unit": null,
           *               "microGrid": "hetou-1-a",
           *               "because": "registered",
           *               "from": "2026-03-02T09:00:00.000+08:00",
           *               "takenAt": "2026-03-02T09:20:00.000+08:00",
           *               "to": "2026-03-02T11:00:00.000+08:00",
           *               "ended": "finished",
           *               "paused": 0,
           *               "worked": 7200000
           *             }
           *           ],
           *           "unheld": [
           *             {
           *               "why": "to-verify",
           *               "from": "2026-03-02T11:00:00.000+08:00",
           *               "to": null
           *             }
           *           ],
           *           "helpers": []
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Legs'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-order */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-order';
          };
        };
      };
      /** @description Not found: no-such-order, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-such-order",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "no-such-order",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-such-order' | 'case-unknown';
          };
        };
      };
      /** @description Refused: archived-case */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:archived-case",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "archived-case",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'archived-case';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Handling.report': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          words?: string;
          photoIds?: string[];
          /** Format: date-time */
          at?: string;
        };
      };
    };
    responses: {
      /** @description Report progress */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "state": "taken",
           *       "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "microGrid": "hetou-1-a",
           *       "member": "grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "leg": 1,
           *       "final": false,
           *       "forArbiter": false,
           *       "because": null,
           *       "helpers": [],
           *       "result": null,
           *       "finishNeeds": {
           *         "photo": false,
           *         "words": false
           *       },
           *       "notTaken": []
           *     }
           */
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-order */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-order';
          };
        };
      };
      /** @description Not found: no-such-order, case-unknown, photo-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-such-order",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "no-such-order",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-such-order' | 'case-unknown' | 'photo-unknown';
          };
        };
      };
      /** @description Refused: order-finished, order-over, archived-case, with-arbiter, not-taken, device-time, before-it-began */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:order-finished",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "order-finished",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'order-finished'
              | 'order-over'
              | 'archived-case'
              | 'with-arbiter'
              | 'not-taken'
              | 'device-time'
              | 'before-it-began';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'History.reports': {
    parameters: {
      query: {
        purpose: 'answering' | 'call-back' | 'verification' | 'supervision';
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read what was reported of the work */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "about": "progress",
           *           "cycle": 1,
           *           "by": "grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a",
           *           "at": "2026-03-02T10:00:00.000+08:00",
           *           "words": "The cleaners are told.",
           *           "photoIds": []
           *         }
           *       ]
           *     }
           */
          'application/json': {
            items: components['schemas']['Report'][];
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed' | 'unknown-parameter';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-order, no-grant */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-order' | 'no-grant';
          };
        };
      };
      /** @description Not found: no-such-order, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-such-order",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "no-such-order",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-such-order' | 'case-unknown';
          };
        };
      };
      /** @description Refused: archived-case */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:archived-case",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "archived-case",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'archived-case';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Orders.giveBack': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          reason: 'not-my-area' | 'not-my-power' | 'needs-other-unit' | 'place-not-found';
        };
      };
    };
    responses: {
      /** @description Give an order back */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "state": "offered",
           *       "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "microGrid": "hetou-1-a",
           *       "member": "grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "leg": 2,
           *       "final": false,
           *       "forArbiter": false,
           *       "because": null,
           *       "helpers": [],
           *       "result": null,
           *       "finishNeeds": {
           *         "photo": false,
           *         "words": false
           *       },
           *       "notTaken": []
           *     }
           */
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-order */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-order';
          };
        };
      };
      /** @description Not found: no-such-order, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-such-order",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "no-such-order",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-such-order' | 'case-unknown';
          };
        };
      };
      /** @description Refused: order-finished, order-over, archived-case, with-arbiter, decided-for-good */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:order-finished",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "order-finished",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'order-finished' | 'order-over' | 'archived-case' | 'with-arbiter' | 'decided-for-good';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Handling.take': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date-time */
          at?: string;
        };
      };
    };
    responses: {
      /** @description Take an order */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "state": "taken",
           *       "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "microGrid": "hetou-1-a",
           *       "member": "grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "leg": 1,
           *       "final": false,
           *       "forArbiter": false,
           *       "because": null,
           *       "helpers": [],
           *       "result": null,
           *       "finishNeeds": {
           *         "photo": false,
           *         "words": false
           *       },
           *       "notTaken": []
           *     }
           */
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-order */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-order';
          };
        };
      };
      /** @description Not found: no-such-order, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-such-order",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "no-such-order",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-such-order' | 'case-unknown';
          };
        };
      };
      /** @description Refused: order-finished, order-over, archived-case, with-arbiter, taken-by-other, device-time, before-it-began */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:order-finished",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "order-finished",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'order-finished'
              | 'order-over'
              | 'archived-case'
              | 'with-arbiter'
              | 'taken-by-other'
              | 'device-time'
              | 'before-it-began';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Handling.verify': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              /** @constant */
              outcome: 'confirmed';
              words?: string;
            }
          | {
              /** @constant */
              outcome: 'refused';
              /** @enum {string} */
              reason: 'not-done' | 'partly-done' | 'wrong-place' | 'no-proof';
              words?: string;
            };
      };
    };
    responses: {
      /** @description Say whether the work is done */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "number": "mu-2026-000417",
           *       "cycle": 1,
           *       "menuItem": "sanitation",
           *       "net": "life",
           *       "urgency": "ordinary",
           *       "state": "verified",
           *       "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "microGrid": "hetou-1-a",
           *       "member": "grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a",
           *       "leg": 1,
           *       "final": false,
           *       "forArbiter": false,
           *       "because": null,
           *       "helpers": [],
           *       "result": "solved",
           *       "finishNeeds": {
           *         "photo": false,
           *         "words": false
           *       },
           *       "notTaken": []
           *     }
           */
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, verifies-own-work */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'verifies-own-work';
          };
        };
      };
      /** @description Not found: no-such-order, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-such-order",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "no-such-order",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-such-order' | 'case-unknown';
          };
        };
      };
      /** @description Refused: not-finished, order-verified, order-over, archived-case */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-finished",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "not-finished",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-finished' | 'order-verified' | 'order-over' | 'archived-case';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Orders.words': {
    parameters: {
      query: {
        purpose: 'answering' | 'call-back' | 'verification' | 'supervision';
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read what a resident said, for an order */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "words": "The bin by the east gate is full.",
           *       "place": {
           *         "lat": 36.373,
           *         "lon": 119.744
           *       },
           *       "contact": null
           *     }
           */
          'application/json': components['schemas']['Words'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed' | 'unknown-parameter';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-order, order-over, no-grant */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-order'
              | 'order-over'
              | 'no-grant';
          };
        };
      };
      /** @description Not found: no-such-order, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-such-order",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "no-such-order",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-such-order' | 'case-unknown';
          };
        };
      };
      /** @description Refused: archived-case */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:archived-case",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "archived-case",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'archived-case';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Additions.keep': {
    parameters: {
      query?: {
        caseId?: string;
      };
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'image/jpeg': string;
        'image/png': string;
        'image/webp': string;
      };
    };
    responses: {
      /** @description Send a photo */
      201: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "photoId": "1d0f4e4b-9f0f-8c07-9f55-1f4f1b1f7a10",
           *       "mediaType": "image/jpeg",
           *       "width": 1920,
           *       "height": 1440,
           *       "bytes": 412345
           *     }
           */
          'application/json': components['schemas']['Photo'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed, unknown-parameter, not-a-photo, photo-needs-case */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed'
              | 'unknown-parameter'
              | 'not-a-photo'
              | 'photo-needs-case';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-case, case-is-over */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'not-allowed'
              | 'area-missing'
              | 'not-your-area'
              | 'cross-site'
              | 'not-your-case'
              | 'case-is-over';
          };
        };
      };
      /** @description Not found: case-not-found, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-not-found",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-not-found",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-not-found' | 'case-unknown';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Promises.list': {
    parameters: {
      query?: {
        state?: 'open' | 'kept' | 'late' | 'broken';
        area?: string;
        limit?: number;
        cursor?: string;
        owner?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List promises */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "promiseId": "c1d2e3f4-5a6b-8c7d-8e9f-0a1b2c3d4e05",
           *           "number": "mu-P-2026-000004",
           *           "area": "mu/dongguan",
           *           "owner": "member@mu",
           *           "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *           "caseNumber": null,
           *           "state": "open",
           *           "madeAt": "2026-03-13T09:25:00.000+08:00",
           *           "dueAt": "2026-03-27T17:30:00.000+08:00",
           *           "keptAt": null,
           *           "droppedAt": null
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['Promise'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, malformed-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'malformed-cursor';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Promises.read': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        promise: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read a promise */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "promiseId": "c1d2e3f4-5a6b-8c7d-8e9f-0a1b2c3d4e05",
           *       "number": "mu-P-2026-000004",
           *       "area": "mu/dongguan",
           *       "owner": "member@mu",
           *       "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *       "caseNumber": null,
           *       "state": "open",
           *       "madeAt": "2026-03-13T09:25:00.000+08:00",
           *       "dueAt": "2026-03-27T17:30:00.000+08:00",
           *       "keptAt": null,
           *       "droppedAt": null
           *     }
           */
          'application/json': components['schemas']['Promise'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-promise */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-promise';
          };
        };
      };
      /** @description Not found: promise-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:promise-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "promise-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'promise-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Promises.drop': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        promise: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Declare that a promise is not kept */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "promiseId": "c1d2e3f4-5a6b-8c7d-8e9f-0a1b2c3d4e05",
           *       "number": "mu-P-2026-000004",
           *       "area": "mu/dongguan",
           *       "owner": "member@mu",
           *       "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *       "caseNumber": null,
           *       "state": "broken",
           *       "madeAt": "2026-03-13T09:25:00.000+08:00",
           *       "dueAt": "2026-03-27T17:30:00.000+08:00",
           *       "keptAt": null,
           *       "droppedAt": "2026-03-25T11:00:00.000+08:00"
           *     }
           */
          'application/json': components['schemas']['Promise'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-promise */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-promise';
          };
        };
      };
      /** @description Not found: promise-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:promise-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "promise-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'promise-unknown';
          };
        };
      };
      /** @description Refused: promise-over */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:promise-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "promise-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'promise-over';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Promises.keep': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        promise: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          done: string;
        };
      };
    };
    responses: {
      /** @description Keep a promise */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "promiseId": "c1d2e3f4-5a6b-8c7d-8e9f-0a1b2c3d4e05",
           *       "number": "mu-P-2026-000004",
           *       "area": "mu/dongguan",
           *       "owner": "member@mu",
           *       "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *       "caseNumber": null,
           *       "state": "kept",
           *       "madeAt": "2026-03-13T09:25:00.000+08:00",
           *       "dueAt": "2026-03-27T17:30:00.000+08:00",
           *       "keptAt": "2026-03-25T11:00:00.000+08:00",
           *       "droppedAt": null
           *     }
           */
          'application/json': components['schemas']['Promise'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-promise */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-promise';
          };
        };
      };
      /** @description Not found: promise-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:promise-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "promise-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'promise-unknown';
          };
        };
      };
      /** @description Refused: promise-over */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:promise-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "promise-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'promise-over';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Promises.handOver': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        promise: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          owner: string;
        };
      };
    };
    responses: {
      /** @description Give a promise to somebody else */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "promiseId": "c1d2e3f4-5a6b-8c7d-8e9f-0a1b2c3d4e05",
           *       "number": "mu-P-2026-000004",
           *       "area": "mu/dongguan",
           *       "owner": "other@mu",
           *       "day": "3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01",
           *       "caseNumber": null,
           *       "state": "open",
           *       "madeAt": "2026-03-13T09:25:00.000+08:00",
           *       "dueAt": "2026-03-27T17:30:00.000+08:00",
           *       "keptAt": null,
           *       "droppedAt": null
           *     }
           */
          'application/json': components['schemas']['Promise'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-promise */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-promise';
          };
        };
      };
      /** @description Not found: promise-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:promise-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "promise-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'promise-unknown';
          };
        };
      };
      /** @description Refused: promise-over, owner-has-it, owner-unknown */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:promise-over",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "promise-over",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'promise-over' | 'owner-has-it' | 'owner-unknown';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Promises.words': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        promise: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read what was promised */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "text": "A lamp by the end of the month.",
           *       "publicText": null,
           *       "done": null,
           *       "reason": null
           *     }
           */
          'application/json': components['schemas']['PromiseWords'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-promise */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-promise';
          };
        };
      };
      /** @description Not found: promise-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:promise-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "promise-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'promise-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'PublicPromises.list': {
    parameters: {
      query?: {
        state?: 'open' | 'kept' | 'late' | 'broken';
        area?: string;
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List promises kept and broken */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "number": "mu-P-2026-000004",
           *           "area": "mu/dongguan",
           *           "text": "A lamp at the east gate.",
           *           "state": "open",
           *           "madeAt": "2026-03-13T09:25:00.000+08:00",
           *           "dueAt": "2026-03-27T17:30:00.000+08:00",
           *           "keptAt": null
           *         }
           *       ],
           *       "next": null,
           *       "totals": {
           *         "open": 1,
           *         "kept": 12,
           *         "late": 2,
           *         "broken": 1
           *       }
           *     }
           */
          'application/json': components['schemas']['PublicPromises'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, malformed-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'malformed-cursor';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Rates.list': {
    parameters: {
      query?: {
        by?: 'area' | 'office' | 'item' | 'channel' | 'net';
        area?: string;
        from?: string;
        to?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read the rates of a period */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "by": "area",
           *       "from": "2026-10-01T00:00:00.000+08:00",
           *       "to": "2026-11-01T00:00:00.000+08:00",
           *       "weights": {
           *         "version": 1,
           *         "from": null,
           *         "response": 30,
           *         "resolution": 35,
           *         "satisfaction": 35
           *       },
           *       "rates": [
           *         {
           *           "area": "mu/dongguan",
           *           "of": "mu/dongguan",
           *           "name": {
           *             "en": "East Gate",
           *             "zh": "东关社区"
           *           },
           *           "rank": 1,
           *           "n": 42,
           *           "response": 0.95,
           *           "resolution": 0.8,
           *           "satisfaction": 0.9,
           *           "onTime": 0.925,
           *           "counts": {
           *             "response": {
           *               "of": 40,
           *               "yes": 38
           *             },
           *             "resolution": {
           *               "of": 30,
           *               "yes": 24
           *             },
           *             "satisfaction": {
           *               "of": 30,
           *               "yes": 27
           *             },
           *             "onTime": {
           *               "of": 160,
           *               "yes": 148
           *             }
           *           },
           *           "score": 0.88,
           *           "adjusted": {
           *             "n": 42,
           *             "response": 0.95,
           *             "resolution": 0.8,
           *             "satisfaction": 0.9,
           *             "onTime": 0.925,
           *             "counts": {
           *               "response": {
           *                 "of": 40,
           *                 "yes": 38
           *               },
           *               "resolution": {
           *                 "of": 30,
           *                 "yes": 24
           *               },
           *               "satisfaction": {
           *                 "of": 30,
           *                 "yes": 27
           *               },
           *               "onTime": {
           *                 "of": 160,
           *                 "yes": 148
           *               }
           *             },
           *             "score": 0.88
           *           },
           *           "interval": {
           *             "response": [
           *               0.8350387,
           *               0.986181
           *             ],
           *             "resolution": [
           *               0.6269484,
           *               0.9049484
           *             ],
           *             "satisfaction": [
           *               0.7437899,
           *               0.965404
           *             ],
           *             "onTime": [
           *               0.873681,
           *               0.956612
           *             ],
           *             "adjusted": {
           *               "response": [
           *                 0.8350387,
           *                 0.986181
           *               ],
           *               "resolution": [
           *                 0.6269484,
           *                 0.9049484
           *               ],
           *               "satisfaction": [
           *                 0.7437899,
           *                 0.965404
           *               ],
           *               "onTime": [
           *                 0.873681,
           *                 0.956612
           *               ]
           *             }
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Rates'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, area-unknown, period-backwards, no-such-moment */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'area-unknown'
              | 'period-backwards'
              | 'no-such-moment';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Rates.cases': {
    parameters: {
      query?: {
        area?: string;
        from?: string;
        to?: string;
        office?: string;
        item?: string;
        channel?: string;
        net?: string;
        measure?: 'response' | 'resolution' | 'satisfaction' | 'onTime';
        missed?: 'true' | 'false';
        exempt?: 'true' | 'false';
        limit?: number;
        cursor?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the cases behind a figure */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *           "number": "mu-2026-000417",
           *           "cycle": 1,
           *           "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *           "office": null,
           *           "item": "sanitation",
           *           "channel": "portal",
           *           "net": "life",
           *           "endedAt": "2026-10-06T10:00:00.000+08:00",
           *           "isExempt": false,
           *           "response": {
           *             "of": 1,
           *             "yes": 1
           *           },
           *           "resolution": {
           *             "of": 1,
           *             "yes": 0
           *           },
           *           "satisfaction": {
           *             "of": 1,
           *             "yes": 0
           *           },
           *           "onTime": {
           *             "of": 5,
           *             "yes": 4
           *           }
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['RatedCase'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, area-unknown, period-backwards, no-such-moment, malformed-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'area-unknown'
              | 'period-backwards'
              | 'no-such-moment'
              | 'malformed-cursor';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Rates.report': {
    parameters: {
      query: {
        month: string;
        area?: string;
        format?: 'csv';
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Write the report of a month */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example Rates of 2026-10
           *     unit,level,path,…
           */
          'text/csv': string;
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, area-unknown, no-such-moment */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'area-unknown'
              | 'no-such-moment';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Rates.print': {
    parameters: {
      query: {
        month: string;
        area?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Print the report of a month */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /** @example %PDF-1.7 */
          'application/pdf': string;
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, area-unknown, no-such-moment */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'area-unknown'
              | 'no-such-moment';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Ratings.list': {
    parameters: {
      query?: {
        caseId?: string;
        area?: string;
        from?: string;
        to?: string;
        limit?: number;
        cursor?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List ratings */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *           "number": "mu-2026-000417",
           *           "cycle": 1,
           *           "area": "mu/dongguan/hetou/hetou-1/hetou-1-a",
           *           "channel": "portal",
           *           "response": "responded",
           *           "resolution": "solved",
           *           "satisfaction": "satisfied",
           *           "hasWords": false,
           *           "ratedAt": "2026-03-06T19:12:00.000+08:00"
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['RatingListed'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, malformed-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'malformed-cursor';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description Not allowed: not-allowed, area-missing, not-your-area, cross-site, not-your-case */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:not-allowed",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "not-allowed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'not-allowed' | 'area-missing' | 'not-your-area' | 'cross-site' | 'not-your-case';
          };
        };
      };
      /** @description Not found: case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Readings.list': {
    parameters: {
      query?: {
        case?: string;
        reader?: string;
        from?: string;
        to?: string;
        limit?: number;
        cursor?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List who read what */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "at": "2026-03-02T09:00:00.000+08:00",
           *           "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *           "number": "mu-2026-000417",
           *           "kind": "words",
           *           "kindName": "what was said",
           *           "reader": "hotline-clerk",
           *           "readerName": "Hotline clerk",
           *           "service": "intake",
           *           "purpose": "answering",
           *           "purposeName": "answering",
           *           "isErasure": false
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['Reading'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, malformed-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'malformed-cursor';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Not found: account-unknown, case-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:account-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "account-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'account-unknown' | 'case-unknown';
          };
        };
      };
      /** @description Refused: case-ambiguous */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-ambiguous",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "case-ambiguous",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-ambiguous';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Sessions.open': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          account: string;
          password: string;
        };
      };
    };
    responses: {
      /** @description Sign in */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "account": "hotline-clerk@mu",
           *       "role": "hotline-clerk",
           *       "area": "mu",
           *       "name": null,
           *       "until": "2026-03-02T21:00:00.000+08:00"
           *     }
           */
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'malformed-json' | 'not-utf-8' | 'too-deep';
          };
        };
      };
      /** @description Not signed in: wrong-credentials */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:wrong-credentials",
           *       "title": "Not signed in",
           *       "status": 401,
           *       "detail": "Not signed in",
           *       "code": "wrong-credentials",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'wrong-credentials';
          };
        };
      };
      /** @description Not allowed: cross-site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:cross-site",
           *       "title": "Not allowed",
           *       "status": 403,
           *       "detail": "Not allowed",
           *       "code": "cross-site",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'cross-site';
          };
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      /** @description Too many requests: too-many-requests, sign-in-locked */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:too-many-requests",
           *       "title": "Too many requests",
           *       "status": 429,
           *       "detail": "Too many requests",
           *       "code": "too-many-requests",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'too-many-requests' | 'sign-in-locked';
          };
        };
      };
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Sessions.current': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who I am */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "account": "hotline-clerk@mu",
           *       "role": "hotline-clerk",
           *       "area": "mu",
           *       "name": null,
           *       "until": "2026-03-02T21:00:00.000+08:00"
           *     }
           */
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Sessions.close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sign out */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "signedOut": true
           *     }
           */
          'application/json': {
            /** @constant */
            signedOut: true;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'malformed-json' | 'not-utf-8' | 'too-deep';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Refused: no-session */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:no-session",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "no-session",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'no-session';
          };
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Operator.setAside': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List dead letters */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "routing/intake/3/17",
           *           "group": "routing",
           *           "topic": "intake",
           *           "partition": 3,
           *           "offset": 17,
           *           "subject": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *           "reason": "unknown-version",
           *           "at": "2026-03-02T09:00:00.000+08:00"
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['DeadLetter'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Operator.drop': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Drop a dead letter */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "dropped": true
           *     }
           */
          'application/json': {
            /** @constant */
            dropped: true;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Not found: set-aside-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:set-aside-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "set-aside-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'set-aside-unknown';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Operator.retry': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Try a dead letter again */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "receipt": "handled"
           *     }
           */
          'application/json': {
            /** @enum {string} */
            receipt: 'handled' | 'ignored' | 'set-aside' | 'paused';
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Not found: set-aside-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:set-aside-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "set-aside-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'set-aside-unknown';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Accounts.signIns': {
    parameters: {
      query?: {
        about?: string;
        what?:
          | 'signed-in'
          | 'sign-in-failed'
          | 'sign-in-locked'
          | 'signed-out'
          | 'password-changed'
          | 'password-reset'
          | 'account-added'
          | 'account-disabled'
          | 'account-enabled'
          | 'case-opened'
          | 'case-code-wrong'
          | 'case-locked';
        limit?: number;
        cursor?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The record of sign-ins */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "at": "2026-03-02T09:00:00.000+08:00",
           *           "what": "signed-in",
           *           "about": "hotline-clerk@mu",
           *           "by": null,
           *           "from": "9f86d081884c7d65"
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            items: components['schemas']['SignInRecord'][];
            next: string | null;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter, malformed-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'mulin-after-malformed'
              | 'unknown-parameter'
              | 'malformed-cursor';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Not found: account-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:account-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "account-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'account-unknown';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Timelines.read': {
    parameters: {
      query?: {
        asOf?: string;
      };
      header?: {
        /**
         * @description Wait a moment until this position of a service shows.
         * @example intake:7
         */
        'mulin-after'?: string;
      };
      path: {
        numberOrId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read the history of a case */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-behind': components['headers']['mulin-behind'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "number": "mu-2026-000417",
           *       "caseId": "95cf39fa-cdbe-862d-b0af-f9349c54dfd5",
           *       "state": "registered",
           *       "timeline": [
           *         {
           *           "id": "00000000-0000-8000-b000-000000000417",
           *           "at": "2026-03-02T09:00:00.000+08:00",
           *           "recordedAt": "2026-03-02T09:00:00.000+08:00",
           *           "service": "intake",
           *           "type": "intake.case-registered.v1",
           *           "actor": "hotline-clerk",
           *           "actorName": "Hotline clerk",
           *           "text": "Registered."
           *         }
           *       ],
           *       "clocks": [
           *         {
           *           "name": "complete/1",
           *           "startedAt": "2026-03-02T09:00:00.000+08:00",
           *           "due": "2026-03-04T17:00:00.000+08:00",
           *           "state": "running",
           *           "verdict": null
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Timeline'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed' | 'unknown-parameter';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Not found: case-unknown, case-unknown-then */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "case-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-unknown' | 'case-unknown-then';
          };
        };
      };
      /** @description Refused: case-ambiguous */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:case-ambiguous",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "case-ambiguous",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'case-ambiguous';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Operator.issue': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          role:
            | 'resident'
            | 'hotline-clerk'
            | 'grid-member'
            | 'grid-leader'
            | 'village-committee'
            | 'community-secretary'
            | 'town-leader'
            | 'office-member'
            | 'mediator'
            | 'verifier'
            | 'helper'
            | 'auditor'
            | 'operator'
            | 'integrator';
          area?: string;
          /** @default 60 */
          minutes?: number;
          account?: string;
        };
      };
    };
    responses: {
      /** @description Issue a token */
      201: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "token": "eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl",
           *       "expiresAt": "2026-03-02T10:00:00.000+08:00"
           *     }
           */
          'application/json': components['schemas']['Token'];
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed, area-unknown, area-missing, minutes-out-of-range */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed'
              | 'area-unknown'
              | 'area-missing'
              | 'minutes-out-of-range';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Refused: area-not-of-role, account-disabled, account-is-another */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:area-not-of-role",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "area-not-of-role",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'area-not-of-role' | 'account-disabled' | 'account-is-another';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Town.describe': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The town */
      200: {
        headers: {
          etag: components['headers']['etag'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "town": "mu",
           *       "name": {
           *         "zh": "牟邻镇",
           *         "en": "Mulin"
           *       },
           *       "zone": "Asia/Shanghai",
           *       "languages": [
           *         "zh",
           *         "en"
           *       ],
           *       "nets": [
           *         "life",
           *         "production",
           *         "commerce"
           *       ],
           *       "bounds": [
           *         119.73,
           *         36.35,
           *         119.79,
           *         36.4
           *       ],
           *       "map": null
           *     }
           */
          'application/json': components['schemas']['Town'];
        };
      };
      /** @description Not changed since the version that If-None-Match names */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Operator.rebuild': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The same key is the same request, however often it is sent.
         * @example 6f1c2a5e-0d0b-4b7e-9a55-0c3f3a9b1d10
         */
        'idempotency-key': string;
        /**
         * @description The version that was read, as its ETag gave it.
         * @example "7"
         */
        'if-match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name?: string;
        };
      };
    };
    responses: {
      /** @description Rebuild views */
      200: {
        headers: {
          etag: components['headers']['etag'];
          'mulin-position': components['headers']['mulin-position'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "views": [
           *         {
           *           "name": "cases",
           *           "facts": 4711,
           *           "rows": 417,
           *           "seconds": 1.2
           *         }
           *       ]
           *     }
           */
          'application/json': {
            views: components['schemas']['RebuiltView'][];
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, malformed-json, not-utf-8, too-deep, idempotency-key-missing, idempotency-key-too-long, if-match-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code:
              | 'malformed'
              | 'nul-in-text'
              | 'broken-text'
              | 'malformed-json'
              | 'not-utf-8'
              | 'too-deep'
              | 'idempotency-key-missing'
              | 'idempotency-key-too-long'
              | 'if-match-malformed';
          };
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotAllowed'];
      /** @description Not found: view-unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:view-unknown",
           *       "title": "Not found",
           *       "status": 404,
           *       "detail": "Not found",
           *       "code": "view-unknown",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'view-unknown';
          };
        };
      };
      /** @description Refused: view-being-rebuilt */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:view-being-rebuilt",
           *       "title": "Refused",
           *       "status": 409,
           *       "detail": "Refused",
           *       "code": "view-being-rebuilt",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'view-being-rebuilt';
          };
        };
      };
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedFormat'];
      422: components['responses']['KeyUsedBefore'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Shell.docs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page of this API */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /** @example <!doctype html> */
          'text/html': string;
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Shell.live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Whether the program runs */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "live": true
           *     }
           */
          'application/json': {
            /** @constant */
            live: true;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Shell.ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Whether the program can work */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "ready": true,
           *       "checks": [
           *         {
           *           "name": "bus",
           *           "ok": true,
           *           "code": "messages-waiting",
           *           "params": {
           *             "count": 2
           *           },
           *           "text": "messages waiting: 2"
           *         }
           *       ]
           *     }
           */
          'application/json': {
            /** @constant */
            ready: true;
            checks: {
              name: string;
              ok: boolean;
              code: string;
              params: {
                [key: string]: string | number;
              };
              text: string;
            }[];
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Shell.metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Figures for Prometheus */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /** @example # TYPE mulin_events_total counter */
          'text/plain': string;
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
  'Shell.openapi': {
    parameters: {
      query?: {
        lang?: 'en' | 'zh';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The description of this API */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "openapi": "3.1.0"
           *     }
           */
          'application/json': {
            openapi: string;
          } & {
            [key: string]: unknown;
          };
        };
      };
      /** @description Malformed: malformed, nul-in-text, broken-text, mulin-after-malformed, unknown-parameter */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mulin:problem:malformed",
           *       "title": "Malformed",
           *       "status": 400,
           *       "detail": "Malformed",
           *       "code": "malformed",
           *       "instance": "/api/v1/cases"
           *     }
           */
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code: 'malformed' | 'nul-in-text' | 'broken-text' | 'mulin-after-malformed' | 'unknown-parameter';
          };
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Bug'];
      503: components['responses']['NotAvailable'];
      default: components['responses']['BeforeRoute'];
    };
  };
}
