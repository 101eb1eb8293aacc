/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-filing-edit.h"
#include "ty-office.h"
#include "ty-post-lines.h"
#include "ty-post-look.h"

G_BEGIN_DECLS

/* What changes would bring about, before they are made: (element-type TyPostNote). */
void       ty_office_look_at_posts_async  (TyOffice             *self,
                                           GPtrArray            *changes,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray *ty_office_look_at_posts_finish (TyOffice             *self,
                                           GAsyncResult         *result,
                                           GError              **error);
/* All of them as one action, with undo; the answer says what was done. */
void       ty_office_change_posts_async   (TyOffice             *self,
                                           GPtrArray            *changes,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
char      *ty_office_change_posts_finish  (TyOffice             *self,
                                           GAsyncResult         *result,
                                           GError              **error);
/* The lines of a document: (element-type TyPostLine). */
void       ty_office_read_post_lines_async  (TyOffice             *self,
                                             const char           *text,
                                             TyDate                day,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GPtrArray *ty_office_read_post_lines_finish (TyOffice             *self,
                                             GAsyncResult         *result,
                                             GError              **error);
/* One number and one date for the filings of several posts, as one action. */
void       ty_office_set_filings_async    (TyOffice             *self,
                                           const TyFilingKey    *keys,
                                           guint                 n_keys,
                                           const char           *number,
                                           TyDate                date,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean   ty_office_set_filings_finish   (TyOffice             *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
