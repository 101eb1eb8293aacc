/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ty-store.h"
#include "ty-date.h"

G_BEGIN_DECLS

/**
 * TyPhotoState:
 * @TY_PHOTO_NEW: of somebody who has no photo yet
 * @TY_PHOTO_OTHER: of somebody who has one, which is replaced or kept
 * @TY_PHOTO_NOBODY: nobody has that name or number
 * @TY_PHOTO_SEVERAL_PEOPLE: several people have that name
 * @TY_PHOTO_CONTRADICTION: name, number and unit in the name of the file are not of one person
 * @TY_PHOTO_SEVERAL_FILES: there are several files for that person
 * @TY_PHOTO_NO_IMAGE: no picture, or a damaged one
 * @TY_PHOTO_TOO_LARGE: more than 5 MB or 24 megapixels
 * @TY_PHOTO_UNREADABLE: a link, empty, or it cannot be read
 *
 * What can be done with a file of a folder of photos.
 */
typedef enum
{
  TY_PHOTO_NEW,
  TY_PHOTO_OTHER,
  TY_PHOTO_NOBODY,
  TY_PHOTO_SEVERAL_PEOPLE,
  TY_PHOTO_CONTRADICTION,
  TY_PHOTO_SEVERAL_FILES,
  TY_PHOTO_NO_IMAGE,
  TY_PHOTO_TOO_LARGE,
  TY_PHOTO_UNREADABLE,
  TY_N_PHOTO_STATES,
} TyPhotoState;

/**
 * TyPhotoFile:
 * @path: (owned): where it is
 * @name: (owned): its name, as it can be shown
 * @shown: (owned): the same, with an ID number masked
 * @state: what can be done with it
 * @person: key of the person, 0 = not known
 * @who: (owned) (nullable): name and posts of the person
 * @text: (owned) (nullable): more, a sentence
 *
 * A file of a folder of photos.
 */
typedef struct
{
  char *path;
  char *name;
  char *shown;
  TyPhotoState state;
  gint64 person;
  char *who;
  char *text;
  goffset offset; /* of its photo among those that are prepared; -1 = none */
  gsize length;
} TyPhotoFile;

/**
 * TyPhotoBatch:
 * @files: (owned) (element-type TyPhotoFile): in the order of their names
 * @counts: how many are in each state
 * @n_folders: how many folders there are in it, which are not looked into
 * @replace: whether photos that are there are replaced
 * @n_imported: how many people got a photo, once it was imported
 * @seq: the action, once it was imported
 *
 * A folder of photos, and what would be done with it.
 */
typedef struct
{
  GPtrArray *files;
  guint counts[TY_N_PHOTO_STATES];
  guint n_folders;
  gboolean replace;
  guint n_imported;
  gint64 seq;

  int spool; /* what is prepared, in a file without a name; -1 = nothing */
} TyPhotoBatch;

/**
 * TyPhotoBatchFunc:
 * @n_done: how many files are done
 * @n_files: how many there are
 * @data: the caller's
 *
 * Hears how far it is, in the thread that works.
 */
typedef void (*TyPhotoBatchFunc) (guint    n_done,
                                  guint    n_files,
                                  gpointer data);

TyPhotoBatch *ty_photo_batch_scan         (const char *const *paths,
                                           TyPhotoBatchFunc   func,
                                           gpointer           data,
                                           GCancellable      *cancellable,
                                           GError           **error) G_GNUC_WARN_UNUSED_RESULT;
TyPhotoBatch *ty_photo_batch_ref          (TyPhotoBatch      *self);
void          ty_photo_batch_unref        (TyPhotoBatch      *self);
gboolean      ty_photo_batch_match        (TyPhotoBatch      *self,
                                           TyDatabase        *database,
                                           TyDate             as_of,
                                           GCancellable      *cancellable,
                                           GError           **error);
guint         ty_photo_batch_get_n_chosen (TyPhotoBatch      *self);
gboolean      ty_photo_batch_prepare      (TyPhotoBatch      *self,
                                           TyPhotoBatchFunc   func,
                                           gpointer           data,
                                           GCancellable      *cancellable,
                                           GError           **error);
gboolean      ty_photo_batch_commit       (TyPhotoBatch      *self,
                                           TyStore           *store,
                                           const char        *user,
                                           GError           **error);
const char   *ty_photo_batch_get_outcome  (TyPhotoBatch      *self,
                                           const TyPhotoFile *file);
const char   *ty_photo_state_to_string    (TyPhotoState       state);
gboolean      ty_photo_batch_is_chosen    (TyPhotoBatch      *self,
                                           const TyPhotoFile *file);
char         *ty_photo_batch_to_text      (TyPhotoBatch      *self,
                                           gboolean           as_csv) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyPhotoBatch, ty_photo_batch_unref)

G_END_DECLS
