/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dimension"

#include "config.h"

#include "ty-dimension.h"

#include "ty-duty.h"

/* By what the office has to do about them, so that the list of duties and the roster that each leads
 * to cannot disagree. */

static void
fill_duties (const TyScale *scale,
             TyView        *view,
             guint          chunk,
             guint32       *values)
{
  g_autoptr(TyDutyScan) scan = ty_duty_scan_new (view, chunk);
  guint n = ty_chunk_get_n (ty_columns_get_chunk (ty_view_get_columns (view), chunk));
  TyDutyCase found;

  for (guint i = 0; i < n; i++)
    {
      values[i] = 0;
      for (TyDuty duty = 0; duty < TY_N_DUTIES; duty++)
        values[i] |= (guint32) ty_duty_scan_find (scan, duty, i, &found) << duty;
    }
}

void
ty_dimension_make_duty (TyScale *scale,
                        TyView  *view)
{
  scale->kind = TY_SCALE_MARKS;
  scale->fill = fill_duties;
  for (TyDuty duty = 0; duty < TY_N_DUTIES; duty++)
    {
      g_autofree char *label = ty_duty_dup_label (duty);

      ty_scale_add (scale, ty_duty_get_key (duty), label);
    }
}
