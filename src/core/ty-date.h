/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-core-types.h"

G_BEGIN_DECLS

/**
 * TyDate:
 * @year: 1 to 9999, or 0 for no date at all
 * @month: 1 to 12, or 0 where only the year is known
 * @day: 1 to 31, or 0 where only the month is known
 *
 * A Gregorian date as far as it is known. A month stands for its first day and a year for
 * 1 January wherever two dates are compared.
 */
struct _TyDate
{
  guint16 year;
  guint8 month;
  guint8 day;
};

#define TY_TYPE_DATE (ty_date_get_type ())

/**
 * TY_DATE_NONE:
 *
 * No date: not known, not yet, or before our records; what it means, the field says.
 */
#define TY_DATE_NONE ((TyDate){ 0, 0, 0 })

typedef enum
{
  TY_DATE_ERROR_SYNTAX,
  TY_DATE_ERROR_IMPOSSIBLE,
} TyDateError;

#define TY_DATE_ERROR (ty_date_error_quark ())

GType      ty_date_get_type      (void);
GQuark     ty_date_error_quark   (void);

TyDate     ty_date_new           (guint         year,
                                  guint         month,
                                  guint         day);
gboolean   ty_date_parse_iso     (const char   *text,
                                  TyDate       *date,
                                  GError      **error);
gboolean   ty_date_parse_record  (const char   *text,
                                  TyDate       *date,
                                  gboolean     *month_unknown,
                                  GError      **error);
TyDate     ty_date_from_iso      (const char   *text);
gint32     ty_date_days_from_iso (const char  *text);
TyDate     ty_date_from_serial   (gint64        serial,
                                  gboolean      since_1904);
TyDate     ty_date_today         (void);
TyDate     ty_date_copy          (const TyDate *self);

gboolean   ty_date_is_known      (TyDate        self);
gboolean   ty_date_is_valid      (TyDate        self);
int        ty_date_compare       (TyDate        a,
                                  TyDate        b);
gint32     ty_date_to_days       (TyDate        self);
TyDate     ty_date_from_days     (gint32        days);
TyDate     ty_date_add_days      (TyDate        self,
                                  int           days);
TyDate     ty_date_add_months    (TyDate        self,
                                  int           months);
int        ty_date_full_years    (TyDate        birth,
                                  TyDate        as_of);

char      *ty_date_to_iso        (TyDate        self) G_GNUC_WARN_UNUSED_RESULT;
char      *ty_date_to_record     (TyDate        self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
