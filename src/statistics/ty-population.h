/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-bitmap.h"
#include "ty-condition.h"
#include "ty-date.h"
#include "ty-dimension.h"
#include "ty-filter-field.h"
#include "ty-statistics-types.h"
#include "ty-views.h"

G_BEGIN_DECLS

typedef enum
{
  TY_POPULATION_ERROR_SYNTAX,
  TY_POPULATION_ERROR_UNKNOWN,
  TY_POPULATION_ERROR_MIXED,
  TY_POPULATION_ERROR_VALUE,
} TyPopulationError;

#define TY_POPULATION_ERROR (ty_population_error_quark ())
#define TY_TYPE_POPULATION (ty_population_get_type ())

/**
 * TyPostRef:
 * @person: key of the person
 * @number: which of the person’s appointments, from 0, in the order of their keys
 *
 * A post in a list of posts held.
 */
typedef struct
{
  gint64 person;
  guint number;
} TyPostRef;

GQuark        ty_population_error_quark   (void);
GType         ty_population_get_type      (void);

TyPopulation *ty_population_new_who       (TyWho               who) G_GNUC_WARN_UNUSED_RESULT;
TyPopulation *ty_population_new_condition (TyCondition         condition) G_GNUC_WARN_UNUSED_RESULT;
TyPopulation *ty_population_new_value     (const TyDimension  *dimension,
                                           const char         *key) G_GNUC_WARN_UNUSED_RESULT;
TyPopulation *ty_population_new_list      (gint64              list) G_GNUC_WARN_UNUSED_RESULT;
TyPopulation *ty_population_new_test      (const TyFilterField *field,
                                           TyFilterHow          how,
                                           const char * const  *values) G_GNUC_WARN_UNUSED_RESULT;
TyPopulation *ty_population_new_and       (TyPopulation       *a,
                                           TyPopulation       *b) G_GNUC_WARN_UNUSED_RESULT;
TyPopulation *ty_population_new_or        (TyPopulation       *a,
                                           TyPopulation       *b) G_GNUC_WARN_UNUSED_RESULT;
TyPopulation *ty_population_new_not       (TyPopulation       *a) G_GNUC_WARN_UNUSED_RESULT;
TyPopulation *ty_population_new_at        (TyDate              as_of,
                                           gint64              scope,
                                           TyPopulation       *a) G_GNUC_WARN_UNUSED_RESULT;
TyPopulation *ty_population_new_in        (const TyDimension  *dimension,
                                           const char         *key,
                                           TyPopulation       *a) G_GNUC_WARN_UNUSED_RESULT;
TyPopulation *ty_population_new_simple    (TyWho               who,
                                           TyCondition         condition) G_GNUC_WARN_UNUSED_RESULT;
TyPopulation *ty_population_ref           (TyPopulation       *self);
void          ty_population_unref         (TyPopulation       *self);
gboolean      ty_population_equal         (TyPopulation       *self,
                                           TyPopulation       *other);
gint64        ty_population_get_list      (TyPopulation       *self);
gboolean      ty_population_get_subject   (TyPopulation       *self,
                                           TySubject          *subject,
                                           GError            **error);

TyBitmap     *ty_population_mark          (TyPopulation       *self,
                                           TyView             *view,
                                           TyViews            *views) G_GNUC_WARN_UNUSED_RESULT;
guint         ty_population_count         (TyPopulation       *self,
                                           TyView             *view,
                                           TyViews            *views);
GArray       *ty_population_list          (TyPopulation       *self,
                                           TyView             *view,
                                           TyViews            *views) G_GNUC_WARN_UNUSED_RESULT;

/* ty-population-resolve.c */
TyPopulation *ty_population_resolve       (TyPopulation       *self,
                                           TyView             *view,
                                           TyDatabase         *database,
                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* ty-population-json.c */
char         *ty_population_to_json       (TyPopulation       *self) G_GNUC_WARN_UNUSED_RESULT;
TyPopulation *ty_population_from_json     (const char         *json,
                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyPopulation, ty_population_unref)

G_END_DECLS
