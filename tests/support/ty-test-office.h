/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office-person.h"
#include "ty-office.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyTestOffice:
 * @folder: (owned): where the county file lies
 * @path: (owned): the county file
 * @store: (owned) (nullable): for writing, until ty_test_office_open()
 * @county: key of the county
 * @north: key of the first township
 * @south: key of the second township
 * @pine: key of a village of the first township, with a party branch
 * @creek: key of a village of the first township, with a general party branch
 * @plum: key of a community of the second township, with a party committee
 *
 * A small county that a test fills and then opens in an office.
 */
typedef struct
{
  char *folder;
  char *path;
  TyStore *store;
  gint64 county;
  gint64 north;
  gint64 south;
  gint64 pine;
  gint64 creek;
  gint64 plum;
} TyTestOffice;

void          ty_test_office_init          (void);
TyTestOffice *ty_test_office_new           (void);
void          ty_test_office_free          (TyTestOffice  *self);
gint64        ty_test_office_add_unit      (TyTestOffice  *self,
                                            gint64         parent,
                                            const char    *name,
                                            const char    *kind,
                                            const char    *party_form,
                                            gint64         position);
gint64        ty_test_office_add_person    (TyTestOffice  *self,
                                            const char    *name,
                                            const char    *sex,
                                            const char    *birth,
                                            const char    *id_number);
void          ty_test_office_add_post      (TyTestOffice  *self,
                                            gint64         person,
                                            gint64         unit,
                                            const char    *post,
                                            const char    *from,
                                            const char    *until);
void          ty_test_office_add_study     (TyTestOffice  *self,
                                            gint64         person,
                                            const char    *level,
                                            const char    *outcome);
void          ty_test_office_add_term      (TyTestOffice  *self,
                                            int            year,
                                            const char    *from);
void          ty_test_office_add_crowd     (TyTestOffice  *self,
                                            guint          n);
void          ty_test_office_done          (TyTestOffice  *self);
TyOffice     *ty_test_office_open          (TyTestOffice  *self);
void          ty_test_office_close         (TyOffice      *office);

void          ty_test_office_keep_result   (GObject       *source,
                                            GAsyncResult  *result,
                                            gpointer       user_data);
GAsyncResult *ty_test_office_await         (GAsyncResult **result);
TyPersonFile *ty_test_office_load_person   (TyOffice      *office,
                                            gint64         person) G_GNUC_WARN_UNUSED_RESULT;
guint         ty_test_office_count_threads (const char    *name);
guint         ty_test_office_count_files   (const char    *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyTestOffice, ty_test_office_free)

G_END_DECLS
