/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-roster-import.h"

#include "ty-import-run.h"
#include "ty-import-tape.h"
#include "ty-roster-entry.h"
#include "ty-roster-units.h"

G_BEGIN_DECLS

/* An import under way, inside its action. */
typedef struct
{
  TyStore *store;                       /* (unowned) */
  TyDatabase *database;                 /* (unowned) */
  const TyRosterImportOptions *options; /* (unowned) */
  GCancellable *cancellable;            /* (unowned) (nullable) */
  GPtrArray *entries;                   /* (unowned): of TyRosterEntry */
  TyImportReport *report;               /* (unowned) */
  TyRosterUnits *units;                 /* (owned) */
  GHashTable *handled;                  /* (owned): keys of the people who were on a row already */
  GHashTable *made;                     /* (owned): keys of the people who are new to the file */
  GHashTable *named;                    /* (owned): keys of the appointments that the roster names */
  GHashTable *unnumbered;               /* (owned): names of the people in the file who have no ID number */
  GHashTable *twice;                    /* (owned): ID numbers that several rows have, and names of rows without */
  gint64 fresh;                         /* key of the person whom the present row has made, or 0 */
  gint64 term;                          /* key of the term that the roster begins, or 0 */
  gboolean newest;                      /* no roster of a later date was imported */
  TyImportTape *tape;                   /* (unowned) (nullable): writes down or holds back what rows change */
  TyImportProgressFunc progress;        /* (nullable) */
  gpointer progress_data;
  gboolean known_only;                  /* people must be in the file, and are left as they are */
} TyRosterImporter;

/* ty-roster-import.c */
void     ty_roster_importer_init        (TyRosterImporter            *self,
                                         TyStore                     *store,
                                         const TyRosterImportOptions *options,
                                         GPtrArray                   *entries,
                                         TyImportReport              *report,
                                         GCancellable                *cancellable);
void     ty_roster_importer_clear       (TyRosterImporter            *self);
gboolean ty_roster_importer_begin       (TyRosterImporter            *self,
                                         GError                     **error);
gboolean ty_roster_importer_run         (TyRosterImporter            *self,
                                         GError                     **error);
gboolean ty_roster_importer_begin_row   (TyRosterImporter            *self,
                                         TyRosterEntry               *entry,
                                         gboolean                    *taken,
                                         GError                     **error);
gboolean ty_roster_importer_end_row     (TyRosterImporter            *self,
                                         TyRosterEntry               *entry,
                                         GError                     **error);
void     ty_roster_importer_check_numbers (GPtrArray                 *entries,
                                         TyImportReport              *report);

GPtrArray *ty_roster_importer_list_of   (TyRosterImporter            *self,
                                         const TyRecordInfo          *info,
                                         gint64                       person,
                                         GError                     **error);

gboolean ty_roster_importer_is_alone    (TyRosterImporter            *self,
                                         TyRosterEntry               *entry);

/* ty-roster-person.c */
gint64   ty_roster_importer_take_person (TyRosterImporter  *self,
                                         TyRosterEntry     *entry,
                                         gint64             village,
                                         GError           **error);

/* ty-roster-posts.c */
gboolean ty_roster_importer_take_posts  (TyRosterImporter  *self,
                                         TyRosterEntry     *entry,
                                         gint64             person,
                                         gint64             village,
                                         GError           **error);

/* ty-roster-end.c */
gboolean ty_roster_importer_begin_term  (TyRosterImporter  *self,
                                         GError           **error);
gboolean ty_roster_importer_keep_posts  (TyRosterImporter  *self,
                                         TyRosterEntry     *entry,
                                         GError           **error);
gboolean ty_roster_importer_end_missing (TyRosterImporter  *self,
                                         GError           **error);

G_END_DECLS
