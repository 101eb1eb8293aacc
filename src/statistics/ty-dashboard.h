/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-card.h"

G_BEGIN_DECLS

typedef enum
{
  TY_DASHBOARD_ERROR_SYNTAX,
  TY_DASHBOARD_ERROR_SIZE,
} TyDashboardError;

#define TY_DASHBOARD_ERROR (ty_dashboard_error_quark ())

/* How many cards a dashboard may have, and how many bytes of JSON. */
#define TY_DASHBOARD_CARDS 60
#define TY_DASHBOARD_BYTES (256 * 1024)

/**
 * TyDashboard:
 * @word: (owned): the word by which it is called on the command line and kept in the file
 * @title: (owned): its title
 * @note: (owned) (nullable): what it is about
 * @compare: with what its cards are compared that say nothing else
 * @cards: (owned) (element-type TyCard): its cards in their order
 * @shipped: whether the program has one with this word
 * @edited: whether it is the county’s, and not that of the program
 *
 * A page of cards. Cards stand in rows of %TY_CARD_COLUMNS columns, one after the other; one that has no
 * room begins a new row.
 */
typedef struct
{
  char *word;
  TyLabel *title;
  TyLabel *note;
  TyCardCompare compare;
  GPtrArray *cards;
  gboolean shipped;
  gboolean edited;
} TyDashboard;

GQuark        ty_dashboard_error_quark  (void);
TyDashboard  *ty_dashboard_new          (const char         *word,
                                         const char         *title) G_GNUC_WARN_UNUSED_RESULT;
TyDashboard  *ty_dashboard_copy         (const TyDashboard  *self) G_GNUC_WARN_UNUSED_RESULT;
void          ty_dashboard_free         (TyDashboard        *self);
const TyCard *ty_dashboard_get_card     (const TyDashboard  *self,
                                         guint               number);
GPtrArray    *ty_dashboard_list_shipped (void) G_GNUC_WARN_UNUSED_RESULT;
TyDashboard  *ty_dashboard_find         (GPtrArray          *list,
                                         const char         *word);
gboolean      ty_dashboard_is_word      (const char         *word);

/* ty-dashboard-json.c */
TyDashboard  *ty_dashboard_from_json    (const char         *json,
                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
char         *ty_dashboard_to_json      (const TyDashboard  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyDashboard, ty_dashboard_free)

G_END_DECLS
