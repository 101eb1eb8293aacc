/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

/**
 * TyAppointmentFileField:
 *
 * What stands in the fields of an appointment form, in the order in which an .lrmx has them (field.md
 * 4.2). The family and the photo are not among them.
 */
typedef enum
{
  TY_APPOINTMENT_FIELD_NAME,
  TY_APPOINTMENT_FIELD_SEX,
  TY_APPOINTMENT_FIELD_BIRTH,
  TY_APPOINTMENT_FIELD_ETHNICITY,
  TY_APPOINTMENT_FIELD_NATIVE_PLACE,
  TY_APPOINTMENT_FIELD_BIRTH_PLACE,
  TY_APPOINTMENT_FIELD_PARTY,
  TY_APPOINTMENT_FIELD_WORK_DATE,
  TY_APPOINTMENT_FIELD_LIMIT_DATE,          /* of the form of 2025 */
  TY_APPOINTMENT_FIELD_HEALTH,
  TY_APPOINTMENT_FIELD_PROFESSIONAL_TITLE,
  TY_APPOINTMENT_FIELD_SKILL,
  TY_APPOINTMENT_FIELD_FULL_TIME_LEVEL,
  TY_APPOINTMENT_FIELD_FULL_TIME_DEGREE,
  TY_APPOINTMENT_FIELD_FULL_TIME_LEVEL_SCHOOL,
  TY_APPOINTMENT_FIELD_FULL_TIME_DEGREE_SCHOOL,
  TY_APPOINTMENT_FIELD_IN_SERVICE_LEVEL,
  TY_APPOINTMENT_FIELD_IN_SERVICE_DEGREE,
  TY_APPOINTMENT_FIELD_IN_SERVICE_LEVEL_SCHOOL,
  TY_APPOINTMENT_FIELD_IN_SERVICE_DEGREE_SCHOOL,
  TY_APPOINTMENT_FIELD_PRESENT_POST,
  TY_APPOINTMENT_FIELD_PROPOSED_POST,
  TY_APPOINTMENT_FIELD_DISMISSED_POST,
  TY_APPOINTMENT_FIELD_RESUME,
  TY_APPOINTMENT_FIELD_HONOURS,
  TY_APPOINTMENT_FIELD_ANNUAL_RESULTS,
  TY_APPOINTMENT_FIELD_REASON,
  TY_APPOINTMENT_FIELD_REPORTING_UNIT,
  TY_APPOINTMENT_FIELD_AGE_LIMIT,           /* of the form of 2025 */
  TY_APPOINTMENT_FIELD_AGE_DATE,
  TY_APPOINTMENT_FIELD_FORM_DATE,
  TY_APPOINTMENT_FIELD_FILLED_BY,
  TY_APPOINTMENT_FIELD_ID_NUMBER,
  TY_APPOINTMENT_FIELD_VERSION,
  TY_APPOINTMENT_N_FIELDS
} TyAppointmentFileField;

/**
 * TyAppointmentRelative:
 * @relation: (owned) (nullable): the relation, as written
 * @name: (owned) (nullable)
 * @birth: (owned) (nullable): digits, or what was written
 * @political: (owned) (nullable): the short name of the political status
 * @occupation: (owned) (nullable): unit and post
 *
 * A row of the family on an appointment form.
 */
typedef struct
{
  char *relation;
  char *name;
  char *birth;
  char *political;
  char *occupation;
} TyAppointmentRelative;

/**
 * TyAppointmentFile:
 * @texts: (owned) (nullable elements): what stands in each field, as written; none where it is empty
 * @family: (owned) (element-type TyAppointmentRelative): in the order of the form
 * @photo: (owned) (nullable): an encoded picture
 * @extras: (owned) (element-type utf8): elements that are none of the form's, as XML, to be written back
 *
 * The content of one appointment form (干部任免审批表), as the files of the official editor have it.
 */
struct _TyAppointmentFile
{
  char *texts[TY_APPOINTMENT_N_FIELDS];
  GPtrArray *family;
  GBytes *photo;
  GPtrArray *extras;
};

/**
 * TyAppointmentFileError:
 * @TY_APPOINTMENT_FILE_ERROR_FORMAT: no appointment file
 * @TY_APPOINTMENT_FILE_ERROR_DAMAGED: cut off, or against the format
 * @TY_APPOINTMENT_FILE_ERROR_TOO_LARGE: beyond the limits below
 * @TY_APPOINTMENT_FILE_ERROR_HOSTILE: a document type or an entity
 * @TY_APPOINTMENT_FILE_ERROR_PHOTO: a photo that is none
 * @TY_APPOINTMENT_FILE_ERROR_IO: the file system did not give the bytes
 *
 * Why an appointment file was not read. The messages are whole translated sentences.
 */
typedef enum
{
  TY_APPOINTMENT_FILE_ERROR_FORMAT,
  TY_APPOINTMENT_FILE_ERROR_DAMAGED,
  TY_APPOINTMENT_FILE_ERROR_TOO_LARGE,
  TY_APPOINTMENT_FILE_ERROR_HOSTILE,
  TY_APPOINTMENT_FILE_ERROR_PHOTO,
  TY_APPOINTMENT_FILE_ERROR_IO,
} TyAppointmentFileError;

#define TY_APPOINTMENT_FILE_ERROR (ty_appointment_file_error_quark ())

/**
 * TY_APPOINTMENT_PHOTO_BYTES:
 *
 * The most bytes of a photo.
 */
#define TY_APPOINTMENT_PHOTO_BYTES (5 * 1024 * 1024)

/**
 * TY_APPOINTMENT_FILE_BYTES:
 *
 * The most bytes of a file: a photo as base64, and texts.
 */
#define TY_APPOINTMENT_FILE_BYTES (8 * 1024 * 1024)

/**
 * TY_APPOINTMENT_MAX_RELATIVES:
 *
 * The most rows of the family that are read.
 */
#define TY_APPOINTMENT_MAX_RELATIVES 100

GQuark             ty_appointment_file_error_quark   (void);

TyAppointmentFile *ty_appointment_file_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void               ty_appointment_file_free          (TyAppointmentFile   *self);
TyAppointmentFile *ty_appointment_file_load          (const char          *path,
                                                      GError             **error);
const char        *ty_appointment_file_get           (TyAppointmentFile   *self,
                                                      TyAppointmentFileField   field);
void               ty_appointment_file_set           (TyAppointmentFile   *self,
                                                      TyAppointmentFileField   field,
                                                      const char          *text);
void               ty_appointment_file_take          (TyAppointmentFile   *self,
                                                      TyAppointmentFileField   field,
                                                      char                *text);
void               ty_appointment_file_add_relative  (TyAppointmentFile   *self,
                                                      const char          *relation,
                                                      const char          *name,
                                                      const char          *birth,
                                                      const char          *political,
                                                      const char          *occupation);
gboolean           ty_appointment_file_check_photo   (GBytes              *photo,
                                                      GError             **error);
const char        *ty_appointment_field_get_element  (TyAppointmentFileField   field);
int                ty_appointment_field_find         (const char          *element);
gboolean           ty_appointment_field_is_of_2025   (TyAppointmentFileField   field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyAppointmentFile, ty_appointment_file_free)

G_END_DECLS
