/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-filter-field.h"
#include "ty-population.h"

G_BEGIN_DECLS

/* Values and bytes of one that a test can have. */
#define TY_FILTER_MOST_VALUES 200
#define TY_FILTER_MOST_BYTES 400
#define TY_FILTER_MOST_YEARS 150

/**
 * TyFilterTest:
 * @field: what is asked
 * @how: how it is compared
 * @values: (owned) (array zero-terminated=1): with what
 *
 * One condition of a filter. It never changes.
 */
typedef struct
{
  const TyFilterField *field;
  TyFilterHow how;
  char **values;
} TyFilterTest;

TyFilterTest *ty_filter_test_new       (const TyFilterField  *field,
                                        TyFilterHow           how,
                                        const char * const   *values) G_GNUC_WARN_UNUSED_RESULT;
TyFilterTest *ty_filter_test_copy      (const TyFilterTest   *self) G_GNUC_WARN_UNUSED_RESULT;
void          ty_filter_test_free      (TyFilterTest         *self);
gboolean      ty_filter_test_equal     (const TyFilterTest   *self,
                                        const TyFilterTest   *other);
gboolean      ty_filter_test_check     (const TyFilterTest   *self,
                                        guint                *wrong,
                                        GError              **error);
void          ty_filter_test_get_years (const TyFilterTest   *self,
                                        int                  *least,
                                        int                  *most);
TyPopulation *ty_filter_test_lower     (const TyFilterTest   *self,
                                        TyView               *view) G_GNUC_WARN_UNUSED_RESULT;
TyBitmap     *ty_filter_test_read      (const TyFilterTest   *self,
                                        TyColumns            *columns,
                                        TyDate                as_of,
                                        TyDatabase           *database,
                                        GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFilterTest, ty_filter_test_free)

G_END_DECLS
