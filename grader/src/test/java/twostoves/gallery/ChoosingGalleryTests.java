package twostoves.gallery;

import org.junit.jupiter.api.DisplayName;
import twostoves.grading.Track;

@DisplayName("The gallery of the track choosing")
class ChoosingGalleryTests extends GalleryOfTrack {

    ChoosingGalleryTests() {
        super(Track.CHOOSING);
    }
}
