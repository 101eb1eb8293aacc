/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-view.h"
#include "ty-who.h"

G_BEGIN_DECLS

/**
 * TyDuty:
 * @TY_DUTY_AGE_REACHED: has reached the local age limit
 * @TY_DUTY_AGE_NEAR: reaches it within a year
 * @TY_DUTY_UNFILED: leads a village party organization without a number and a date of the county filing
 * @TY_DUTY_POST_ENDS: the recorded end of a post lies within a year
 * @TY_DUTY_RESERVE_ENDS: the recorded end of a membership in the reserve pool does
 * @TY_DUTY_MENTOR_ENDS: the recorded end of a membership in the mentor pool does
 * @TY_DUTY_TRAINING: leads a village party organization and is, in the last quarter of the year, below the
 *   minimum of days of training
 *
 * What the office has to do about a person. It follows from the person and the date alone; the scope is
 * that of who is asked for.
 */
typedef enum
{
  TY_DUTY_AGE_REACHED,
  TY_DUTY_AGE_NEAR,
  TY_DUTY_UNFILED,
  TY_DUTY_POST_ENDS,
  TY_DUTY_RESERVE_ENDS,
  TY_DUTY_MENTOR_ENDS,
  TY_DUTY_TRAINING,
} TyDuty;

#define TY_N_DUTIES (TY_DUTY_TRAINING + 1)

/* No holding makes it a duty. */
#define TY_DUTY_NO_HOLDING G_MAXUINT32

/**
 * TyDutyCase:
 * @due: by when; %TY_DATE_NONE where nothing says by when
 * @holding: the post or the membership about which it is, or %TY_DUTY_NO_HOLDING
 *
 * A duty about one person.
 */
typedef struct
{
  TyDate due;
  guint holding;
} TyDutyCase;

typedef struct _TyDutyScan TyDutyScan;

const char *ty_duty_get_key   (TyDuty       self);
char       *ty_duty_dup_label (TyDuty       self) G_GNUC_WARN_UNUSED_RESULT;
TyWho       ty_duty_get_who   (TyDuty       self);

TyDutyScan *ty_duty_scan_new  (TyView      *view,
                               guint        chunk) G_GNUC_WARN_UNUSED_RESULT;
void        ty_duty_scan_free (TyDutyScan  *self);
gboolean    ty_duty_scan_find (TyDutyScan  *self,
                               TyDuty       duty,
                               guint        index,
                               TyDutyCase  *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyDutyScan, ty_duty_scan_free)

G_END_DECLS
