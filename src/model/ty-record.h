/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "ty-field-info.h"

G_BEGIN_DECLS

#define TY_TYPE_RECORD (ty_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (TyRecord, ty_record, TY, RECORD, GObject)

struct _TyRecordClass
{
  GObjectClass parent_class;

  const TyRecordInfo *info;
};

void                ty_record_class_set_info (TyRecordClass      *klass,
                                              const TyRecordInfo *info);

void                ty_record_init_fields    (TyRecord           *self);

TyRecord           *ty_record_new            (const TyRecordInfo *info) G_GNUC_WARN_UNUSED_RESULT;
TyRecord           *ty_record_dup            (TyRecord           *self) G_GNUC_WARN_UNUSED_RESULT;
const TyRecordInfo *ty_record_get_info       (TyRecord           *self);
const char         *ty_record_get_text       (TyRecord           *self,
                                              guint               field);
gint64              ty_record_get_integer    (TyRecord           *self,
                                              guint               field);
TyDate              ty_record_get_date       (TyRecord           *self,
                                              guint               field);
void                ty_record_set_text       (TyRecord           *self,
                                              guint               field,
                                              const char         *text);
void                ty_record_take_text      (TyRecord           *self,
                                              guint               field,
                                              char               *text);
void                ty_record_set_integer    (TyRecord           *self,
                                              guint               field,
                                              gint64              number);
void                ty_record_set_date       (TyRecord           *self,
                                              guint               field,
                                              TyDate              date);
gboolean            ty_record_equal          (TyRecord           *self,
                                              TyRecord           *other);

const TyFieldInfo  *ty_record_info_find_field (const TyRecordInfo *info,
                                               const char         *column);

/**
 * TY_DEFINE_RECORD:
 * @TypeName: the type in camel case
 * @type_name: the same in lower case
 *
 * Defines a record whose fields are those of the table `type_name_info`.
 */
#define TY_DEFINE_RECORD(TypeName, type_name)                                         \
  struct _##TypeName                                                                  \
  {                                                                                   \
    TyRecord parent_instance;                                                         \
  };                                                                                  \
                                                                                      \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, TY_TYPE_RECORD)                           \
                                                                                      \
  static void                                                                         \
  type_name##_class_init (TypeName##Class *klass)                                     \
  {                                                                                   \
    ty_record_class_set_info ((TyRecordClass *) klass, &type_name##_info);            \
  }                                                                                   \
                                                                                      \
  static void                                                                         \
  type_name##_init (TypeName *self)                                                   \
  {                                                                                   \
    ty_record_init_fields ((TyRecord *) self);                                        \
  }                                                                                   \
                                                                                      \
  TypeName *                                                                          \
  type_name##_new (void)                                                              \
  {                                                                                   \
    return g_object_new (type_name##_get_type (), NULL);                              \
  }

G_END_DECLS
