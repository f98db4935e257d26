package twostoves.gallery;

import org.junit.jupiter.api.DisplayName;
import twostoves.grading.Track;

@DisplayName("The gallery of the track sharing")
class SharingGalleryTests extends GalleryOfTrack {

    SharingGalleryTests() {
        super(Track.SHARING);
    }
}
