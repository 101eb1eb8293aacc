/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TySampleMonth:
 *
 * Months since the year 0; 0 is no date. Nothing in the sample happens in a January: that month
 * stands for a year whose month is not known.
 */
typedef int TySampleMonth;

#define TY_SAMPLE_MONTH(year, month) ((year) * 12 + (month) - 1)
#define TY_SAMPLE_YEAR(year) ((year) * 12)

/* The two terms, and the day that the sample is made for: the end of 2021. */
#define TY_SAMPLE_TERM_2017 TY_SAMPLE_MONTH (2017, 12)
#define TY_SAMPLE_TERM_2021 TY_SAMPLE_MONTH (2021, 10)
#define TY_SAMPLE_END TY_SAMPLE_MONTH (2021, 12)

TySampleMonth ty_sample_month_known   (TySampleMonth self);
char         *ty_sample_month_to_iso  (TySampleMonth self) G_GNUC_WARN_UNUSED_RESULT;
char         *ty_sample_month_to_text (TySampleMonth self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
