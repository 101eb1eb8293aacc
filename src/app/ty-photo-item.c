/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-photo-item"

#include "config.h"

#include "ty-photo-item.h"

/**
 * TyPhotoItem:
 *
 * A file of a folder of photos as a line of a list: its name, what is done with it, of whom it is or why
 * it is left out.
 */
struct _TyPhotoItem
{
  GObject parent_instance;

  /* Owned */
  char *name;
  char *outcome;
  char *text;
  gboolean chosen;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_OUTCOME,
  PROP_TEXT,
  PROP_CHOSEN,
} TyPhotoItemProps;

static GParamSpec *properties[PROP_CHOSEN + 1];

G_DEFINE_FINAL_TYPE (TyPhotoItem, ty_photo_item, G_TYPE_OBJECT)

static void
ty_photo_item_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TyPhotoItem *self = TY_PHOTO_ITEM (object);

  switch ((TyPhotoItemProps) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_OUTCOME:
      g_value_set_string (value, self->outcome);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_CHOSEN:
      g_value_set_boolean (value, self->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_photo_item_finalize (GObject *object)
{
  TyPhotoItem *self = TY_PHOTO_ITEM (object);

  g_free (self->name);
  g_free (self->outcome);
  g_free (self->text);

  G_OBJECT_CLASS (ty_photo_item_parent_class)->finalize (object);
}

static void
ty_photo_item_class_init (TyPhotoItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ty_photo_item_get_property;
  object_class->finalize = ty_photo_item_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_OUTCOME] = g_param_spec_string ("outcome", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_photo_item_init (TyPhotoItem *self)
{
}

/**
 * ty_photo_item_new:
 * @batch: a folder of photos
 * @file: one of its files
 *
 * Returns: (transfer full): a line of a list; it keeps nothing of @batch
 */
TyPhotoItem *
ty_photo_item_new (TyPhotoBatch      *batch,
                   const TyPhotoFile *file)
{
  TyPhotoItem *self = g_object_new (TY_TYPE_PHOTO_ITEM, NULL);

  self->name = g_strdup (file->shown);
  self->outcome = g_strdup (ty_photo_batch_get_outcome (batch, file));
  self->text = g_strdup (file->text != NULL ? file->text : file->who);
  self->chosen = ty_photo_batch_is_chosen (batch, file);
  return self;
}
